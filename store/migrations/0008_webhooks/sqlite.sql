-- Where programs are told what happens to payments. The secret signs what is told, so it must be readable; the one
-- before it signs too until its time is over. An endpoint without member is the operator's and is told everything.
CREATE TABLE webhook (
    id TEXT PRIMARY KEY,
    member BLOB,
    url TEXT NOT NULL,
    secret BLOB NOT NULL,
    old_secret BLOB,
    old_until INTEGER,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What became of each event that was tried: its number in the outbox, its message, and the last result.
CREATE TABLE webhook_delivery (
    id INTEGER PRIMARY KEY,
    endpoint TEXT NOT NULL,
    body TEXT NOT NULL,
    tries INTEGER NOT NULL,
    state TEXT NOT NULL,
    error TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL
) STRICT;
-- An endpoint's deliveries, and those of them that nobody tries any more.
CREATE INDEX webhook_delivery_by_endpoint ON webhook_delivery (endpoint, id);
CREATE INDEX webhook_delivery_dead ON webhook_delivery (endpoint, id) WHERE state = 'dead';
