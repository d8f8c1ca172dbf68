-- What of a payment has gone back: minor units to the payer, of the fee to the payee, and the transfers it took.
ALTER TABLE payment ADD COLUMN refunded INTEGER NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND amount);
ALTER TABLE payment ADD COLUMN fee_refunded INTEGER NOT NULL DEFAULT 0;
ALTER TABLE payment ADD COLUMN refund_transfers INTEGER NOT NULL DEFAULT 0;
-- The payer's open wish to have money back: minor units, since when, until when.
ALTER TABLE payment ADD COLUMN refund_ask INTEGER;
ALTER TABLE payment ADD COLUMN refund_asked_at INTEGER;
ALTER TABLE payment ADD COLUMN refund_ask_until INTEGER;
-- The timer: which wish lapses next.
CREATE INDEX payment_refund_ask_due ON payment (refund_ask_until) WHERE refund_ask_until IS NOT NULL;
-- What a payee is asked to give back.
CREATE INDEX payment_refund_ask ON payment (coalesce(payee, claimed_by), id) WHERE refund_ask_until IS NOT NULL;

-- Written once: by whose decision money went back. The payee's own has a consent, the operator's a reason.
CREATE TABLE refund (
    payment BLOB NOT NULL,
    -- Of its transfer, among the payment's.
    number INTEGER NOT NULL,
    payee BLOB NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    fee INTEGER NOT NULL CHECK (fee >= 0),
    currency TEXT NOT NULL,
    consent TEXT,
    consent_number INTEGER,
    consent_at INTEGER,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (payment, number)
) STRICT, WITHOUT ROWID;
-- A payee's consents, which count as those to payments do.
CREATE INDEX refund_by_payee ON refund (payee, currency);

-- How often a payer asked a payee for refunds in the latest day that saw one.
CREATE TABLE refund_asks (
    payer BLOB NOT NULL,
    payee BLOB NOT NULL,
    day INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (payer, payee)
) STRICT, WITHOUT ROWID;
