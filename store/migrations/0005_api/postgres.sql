-- Keys of programs get a label, an end, and the instant of their last use, which is written once a minute at most.
ALTER TABLE api_key ADD COLUMN label text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE api_key ADD COLUMN expires_at bigint;
ALTER TABLE api_key ADD COLUMN revoked_at bigint;
ALTER TABLE api_key ADD COLUMN last_used_at bigint;
-- A member's keys, or the operator's.
CREATE INDEX api_key_by_member ON api_key (member, id);
