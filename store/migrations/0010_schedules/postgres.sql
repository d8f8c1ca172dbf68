-- Schedules: payments on days to come. What is due is found by its index; a plain payment writes nothing here.
CREATE TABLE schedule (
    id bytea PRIMARY KEY,
    payer bytea NOT NULL,
    payee bytea NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    currency text COLLATE "C" NOT NULL,
    memo text COLLATE "C" NOT NULL,
    rhythm text COLLATE "C" NOT NULL,
    month_day bigint,
    first_on text COLLATE "C" NOT NULL,
    last_on text COLLATE "C",
    times bigint,
    state text COLLATE "C" NOT NULL,
    origin bytea NOT NULL,
    created_at bigint NOT NULL,
    next bigint NOT NULL,
    due_at bigint,
    tried bigint NOT NULL,
    paid bigint NOT NULL,
    ended_at bigint
);
-- A payer's, the newest first.
CREATE INDEX schedule_of ON schedule (payer, id);
-- Those of a payer that may still pay.
CREATE INDEX schedule_open ON schedule (payer, id) WHERE ended_at IS NULL;
-- What a request began.
CREATE INDEX schedule_from ON schedule (origin);
-- The timer.
CREATE INDEX schedule_due ON schedule (due_at) WHERE due_at IS NOT NULL;

-- Occurrences that are over, each once.
CREATE TABLE schedule_run (
    schedule bytea NOT NULL,
    number bigint NOT NULL,
    outcome text COLLATE "C" NOT NULL,
    payment bytea,
    refusal text COLLATE "C",
    at bigint NOT NULL,
    PRIMARY KEY (schedule, number)
);
-- The occurrence that a payment paid, which is one.
CREATE UNIQUE INDEX schedule_run_by_payment ON schedule_run (payment) WHERE payment IS NOT NULL;
