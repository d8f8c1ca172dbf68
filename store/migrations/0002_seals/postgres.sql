-- Seals: Merkle roots of transfers, chained. A seal covers a stretch of the transfers' own key, from after the mark of
-- the seal before it up to its own mark, less those in `late_transfer`, and in addition the late ones that name it.
-- So a sealed transfer needs no row of its own, and what is not sealed yet is found behind the last mark.
CREATE TABLE seal (
    number bigint PRIMARY KEY,
    previous bytea NOT NULL,
    root bytea NOT NULL,
    entries bigint NOT NULL CHECK (entries > 0),
    first_cause bytea NOT NULL,
    first_number bigint NOT NULL,
    last_cause bytea NOT NULL,
    last_number bigint NOT NULL,
    -- The last transfer of its stretch; that of the seal before where it has late ones only.
    mark_cause bytea NOT NULL,
    mark_number bigint NOT NULL,
    until bigint NOT NULL,
    at bigint NOT NULL,
    hash bytea NOT NULL
);
-- The seal of a transfer: the first whose mark is not before it.
CREATE INDEX seal_by_mark ON seal (mark_cause, mark_number);

-- Ids begin with the millisecond in which they were given, so a key's order is nearly that of commits. What is
-- transferred later than its cause was named (an approved payment, a claim) breaks that order and is noted here by the
-- writer, until a seal has taken it.
CREATE TABLE late_transfer (
    cause bytea NOT NULL,
    number bigint NOT NULL,
    seal bigint,
    PRIMARY KEY (cause, number)
);
-- What the next seal takes in addition.
CREATE INDEX late_transfer_unsealed ON late_transfer (cause, number) WHERE seal IS NULL;
-- What a seal has taken in addition.
CREATE INDEX late_transfer_by_seal ON late_transfer (seal, cause, number) WHERE seal IS NOT NULL;
