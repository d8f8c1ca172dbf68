-- Where programs are told what happens to payments. The secret signs what is told, so it must be readable; the one
-- before it signs too until its time is over. An endpoint without member is the operator's and is told everything.
CREATE TABLE webhook (
    id text COLLATE "C" PRIMARY KEY,
    member bytea,
    url text COLLATE "C" NOT NULL,
    secret bytea NOT NULL,
    old_secret bytea,
    old_until bigint,
    created_at bigint NOT NULL
);

-- What became of each event that was tried: its number in the outbox, its message, and the last result.
CREATE TABLE webhook_delivery (
    id bigint PRIMARY KEY,
    endpoint text COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL,
    tries bigint NOT NULL,
    state text COLLATE "C" NOT NULL,
    error text COLLATE "C" NOT NULL DEFAULT '',
    at bigint NOT NULL
) WITH (fillfactor = 80);
-- Each endpoint keeps its latest only: as many die as come.
ALTER TABLE webhook_delivery SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
-- An endpoint's deliveries, and those of them that nobody tries any more.
CREATE INDEX webhook_delivery_by_endpoint ON webhook_delivery (endpoint, id);
CREATE INDEX webhook_delivery_dead ON webhook_delivery (endpoint, id) WHERE state = 'dead';
