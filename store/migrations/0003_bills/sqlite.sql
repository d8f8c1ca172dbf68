-- Bills: money that a member asks of another. They are tables of their own, so that a plain payment writes nothing here.
CREATE TABLE bill (
    id BLOB PRIMARY KEY,
    first BLOB NOT NULL,
    bills INTEGER NOT NULL,
    kind TEXT NOT NULL,
    payee BLOB NOT NULL,
    payer BLOB NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    total INTEGER NOT NULL CHECK (total > 0),
    currency TEXT NOT NULL,
    state TEXT NOT NULL,
    origin BLOB NOT NULL,
    memo TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    reminders INTEGER NOT NULL,
    reminded_at INTEGER,
    payment BLOB,
    ended_at INTEGER
) STRICT, WITHOUT ROWID;
-- How often one asked another of late.
CREATE INDEX bill_between ON bill (payer, payee, id);
-- What is asked of a member.
CREATE INDEX bill_to ON bill (payer, id) WHERE state = 'open';
-- What a member asks.
CREATE INDEX bill_by ON bill (payee, id) WHERE state = 'open';
-- What a message asked for.
CREATE INDEX bill_from ON bill (origin, id);
-- The timer.
CREATE INDEX bill_due ON bill (expires_at) WHERE state = 'open';
-- The bill that a payment paid, which is one.
CREATE UNIQUE INDEX bill_by_payment ON bill (payment) WHERE payment IS NOT NULL;

-- Whose requests a member keeps away.
CREATE TABLE block (
    member BLOB NOT NULL,
    other BLOB NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (member, other)
) STRICT, WITHOUT ROWID;

-- The networks on which a member wants answers only, separated by spaces.
ALTER TABLE member ADD COLUMN stopped TEXT;
