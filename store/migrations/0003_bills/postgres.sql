-- Bills: money that a member asks of another. They are tables of their own, so that a plain payment writes nothing here.
CREATE TABLE bill (
    id bytea PRIMARY KEY,
    first bytea NOT NULL,
    bills bigint NOT NULL,
    kind text COLLATE "C" NOT NULL,
    payee bytea NOT NULL,
    payer bytea NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    total bigint NOT NULL CHECK (total > 0),
    currency text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    origin bytea NOT NULL,
    memo text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    reminders bigint NOT NULL,
    reminded_at bigint,
    payment bytea,
    ended_at bigint
);
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
    member bytea NOT NULL,
    other bytea NOT NULL,
    since bigint NOT NULL,
    PRIMARY KEY (member, other)
);

-- The networks on which a member wants answers only, separated by spaces.
ALTER TABLE member ADD COLUMN stopped text COLLATE "C";
