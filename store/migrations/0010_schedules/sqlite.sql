-- Schedules: payments on days to come. What is due is found by its index; a plain payment writes nothing here.
CREATE TABLE schedule (
    id BLOB PRIMARY KEY,
    payer BLOB NOT NULL,
    payee BLOB NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL,
    memo TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    month_day INTEGER,
    first_on TEXT NOT NULL,
    last_on TEXT,
    times INTEGER,
    state TEXT NOT NULL,
    origin BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    next INTEGER NOT NULL,
    due_at INTEGER,
    tried INTEGER NOT NULL,
    paid INTEGER NOT NULL,
    ended_at INTEGER
) STRICT, WITHOUT ROWID;
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
    schedule BLOB NOT NULL,
    number INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    payment BLOB,
    refusal TEXT,
    at INTEGER NOT NULL,
    PRIMARY KEY (schedule, number)
) STRICT, WITHOUT ROWID;
-- The occurrence that a payment paid, which is one.
CREATE UNIQUE INDEX schedule_run_by_payment ON schedule_run (payment) WHERE payment IS NOT NULL;
