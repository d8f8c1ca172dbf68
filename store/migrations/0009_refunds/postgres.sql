-- What of a payment has gone back: minor units to the payer, of the fee to the payee, and the transfers it took.
ALTER TABLE payment ADD COLUMN refunded bigint NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND amount);
ALTER TABLE payment ADD COLUMN fee_refunded bigint NOT NULL DEFAULT 0;
ALTER TABLE payment ADD COLUMN refund_transfers bigint NOT NULL DEFAULT 0;
-- The payer's open wish to have money back: minor units, since when, until when.
ALTER TABLE payment ADD COLUMN refund_ask bigint;
ALTER TABLE payment ADD COLUMN refund_asked_at bigint;
ALTER TABLE payment ADD COLUMN refund_ask_until bigint;
-- The timer: which wish lapses next.
CREATE INDEX payment_refund_ask_due ON payment (refund_ask_until) WHERE refund_ask_until IS NOT NULL;
-- What a payee is asked to give back.
CREATE INDEX payment_refund_ask ON payment ((coalesce(payee, claimed_by)), id) WHERE refund_ask_until IS NOT NULL;

-- Written once: by whose decision money went back. The payee's own has a consent, the operator's a reason.
CREATE TABLE refund (
    payment bytea NOT NULL,
    -- Of its transfer, among the payment's.
    number bigint NOT NULL,
    payee bytea NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    fee bigint NOT NULL CHECK (fee >= 0),
    currency text COLLATE "C" NOT NULL,
    consent text COLLATE "C",
    consent_number bigint,
    consent_at bigint,
    reason text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (payment, number)
);
-- A payee's consents, which count as those to payments do.
CREATE INDEX refund_by_payee ON refund (payee, currency);

-- How often a payer asked a payee for refunds in the latest day that saw one; counted in place.
CREATE TABLE refund_asks (
    payer bytea NOT NULL,
    payee bytea NOT NULL,
    day bigint NOT NULL,
    count bigint NOT NULL,
    PRIMARY KEY (payer, payee)
) WITH (fillfactor = 90);
