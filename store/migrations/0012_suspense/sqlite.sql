-- Money that arrived at the bank and named nobody, and what became of it. The transfer that brought it has its id as
-- cause. What ended it names the cause of the transfer that took it on: a top-up's where it went to a member.
CREATE TABLE suspense (
    id BLOB PRIMARY KEY,
    bank_id TEXT NOT NULL,
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    remitter TEXT NOT NULL,
    reference TEXT NOT NULL,
    at INTEGER NOT NULL,
    ended TEXT,
    member BLOB,
    cause BLOB,
    reason TEXT NOT NULL DEFAULT '',
    ended_at INTEGER,
    CHECK ((ended IS NULL) = (ended_at IS NULL) AND (ended IS NULL) = (cause IS NULL))
) STRICT, WITHOUT ROWID;
-- What waits for its owner, and what does no longer.
CREATE INDEX suspense_open ON suspense (id) WHERE ended IS NULL;
CREATE INDEX suspense_ended ON suspense (ended_at) WHERE ended IS NOT NULL;
-- What a bank names once is one receipt.
CREATE UNIQUE INDEX suspense_by_bank_id ON suspense (bank_id);
