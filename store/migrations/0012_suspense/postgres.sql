-- Money that arrived at the bank and named nobody, and what became of it. The transfer that brought it has its id as
-- cause. What ended it names the cause of the transfer that took it on: a top-up's where it went to a member.
CREATE TABLE suspense (
    id bytea PRIMARY KEY,
    bank_id text COLLATE "C" NOT NULL,
    amount bigint NOT NULL,
    currency text COLLATE "C" NOT NULL,
    remitter text COLLATE "C" NOT NULL,
    reference text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    ended text COLLATE "C",
    member bytea,
    cause bytea,
    reason text COLLATE "C" NOT NULL DEFAULT '',
    ended_at bigint,
    CHECK ((ended IS NULL) = (ended_at IS NULL) AND (ended IS NULL) = (cause IS NULL))
);
-- What waits for its owner, and what does no longer.
CREATE INDEX suspense_open ON suspense (id) WHERE ended IS NULL;
CREATE INDEX suspense_ended ON suspense (ended_at) WHERE ended IS NOT NULL;
-- What a bank names once is one receipt.
CREATE UNIQUE INDEX suspense_by_bank_id ON suspense (bank_id);
