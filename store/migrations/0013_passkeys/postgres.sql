-- What members' devices sign with: the public key, and what the device counted when it was last used. A passkey is named
-- among its member's by the SHA-256 of the id its device gave it.
CREATE TABLE passkey (
    member bytea NOT NULL,
    id bytea NOT NULL,
    credential text COLLATE "C" NOT NULL,
    public_key bytea NOT NULL,
    counter bigint NOT NULL,
    name text COLLATE "C" NOT NULL,
    added_at bigint NOT NULL,
    used_at bigint,
    PRIMARY KEY (member, id)
);
-- What devices are asked to sign, until it is signed or too old: for which ceremony, and by whom where that is known.
CREATE TABLE challenge (
    bytes bytea PRIMARY KEY,
    ceremony text COLLATE "C" NOT NULL,
    member bytea,
    expires_at bigint NOT NULL
);
