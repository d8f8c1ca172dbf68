-- Ids are 16-byte blobs (UUIDv7), instants are microseconds since 1970 UTC, amounts are minor units.
-- Keys lead with the member wherever a table grows with members, so that the same tables can be sharded by member.
-- Every index beyond a primary key says which question needs it.

-- What the engine must remember between two runs: the newest instant it decided at, and the last number given to
-- an outbox row (numbers are never used again, because a delivered post is named after its number).
CREATE TABLE engine (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    last_at INTEGER NOT NULL,
    last_outbox INTEGER NOT NULL
) STRICT;
INSERT INTO engine (one, last_at, last_outbox) VALUES (1, 0, 0);

CREATE TABLE policy (
    version INTEGER PRIMARY KEY,
    starts_at INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE member (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    about TEXT NOT NULL DEFAULT '',
    lang TEXT NOT NULL,
    tier INTEGER NOT NULL,
    home TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    frozen_at INTEGER,
    frozen_reason TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE handle (
    network TEXT NOT NULL,
    stable_id TEXT NOT NULL,
    name TEXT NOT NULL,
    member BLOB NOT NULL,
    linked_at INTEGER NOT NULL,
    -- The network comes last, or SQLite would look for a name by reading the whole network.
    PRIMARY KEY (stable_id, network)
) STRICT, WITHOUT ROWID;
-- A post names its recipient by the visible name.
CREATE INDEX handle_by_name ON handle (name, network);
-- Pages show a member with their handle.
CREATE INDEX handle_by_member ON handle (member, network);

CREATE TABLE pin (
    member BLOB PRIMARY KEY,
    hash TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    wrong_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE wallet (
    member BLOB NOT NULL,
    currency TEXT NOT NULL,
    custody TEXT NOT NULL,
    posted INTEGER NOT NULL,
    held INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    last_line_cause BLOB,
    last_line_transfer INTEGER,
    last_payment BLOB,
    spent_day INTEGER NOT NULL,
    spent_in_day INTEGER NOT NULL,
    spent_month INTEGER NOT NULL,
    spent_in_month INTEGER NOT NULL,
    exempt_total INTEGER NOT NULL,
    exempt_count INTEGER NOT NULL,
    consents INTEGER NOT NULL,
    PRIMARY KEY (member, currency),
    CHECK (posted >= held AND held >= 0)
) STRICT, WITHOUT ROWID;

-- The lines of statements in order of time; a wallet names its last, each line the one before it. Kept together by
-- wallet, every payment would change two pages that no other payment needs.
CREATE TABLE line (
    cause BLOB NOT NULL,
    transfer INTEGER NOT NULL,
    member BLOB NOT NULL,
    currency TEXT NOT NULL,
    number INTEGER NOT NULL,
    change INTEGER NOT NULL,
    posted INTEGER NOT NULL,
    other BLOB NOT NULL,
    at INTEGER NOT NULL,
    before_cause BLOB,
    before_transfer INTEGER,
    PRIMARY KEY (cause, transfer, member)
) STRICT, WITHOUT ROWID;

-- Written once, never changed. Accounts are members, or numbers below sixteen for the house.
CREATE TABLE transfer (
    cause BLOB NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    debit BLOB NOT NULL,
    credit BLOB NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (cause, number)
) STRICT, WITHOUT ROWID;
-- The sums of the house's accounts: they keep no running balance, and these hold their entries only.
CREATE INDEX transfer_house_debit ON transfer (debit, currency, amount)
    WHERE debit < X'00000000000000000000000000000010';
CREATE INDEX transfer_house_credit ON transfer (credit, currency, amount)
    WHERE credit < X'00000000000000000000000000000010';

CREATE TABLE top_up (
    id BLOB PRIMARY KEY,
    member BLOB NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL,
    reference TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
    id BLOB PRIMARY KEY,
    first BLOB NOT NULL,
    legs INTEGER NOT NULL,
    purpose TEXT NOT NULL,
    payer BLOB NOT NULL,
    payee BLOB,
    payee_network TEXT,
    payee_name TEXT,
    amount INTEGER NOT NULL CHECK (amount > 0),
    fee INTEGER NOT NULL CHECK (fee >= 0),
    currency TEXT NOT NULL,
    state TEXT NOT NULL,
    policy INTEGER NOT NULL,
    origin BLOB NOT NULL,
    memo TEXT NOT NULL,
    public INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    consent TEXT,
    consent_number INTEGER,
    consent_at INTEGER,
    counted_day INTEGER,
    counted_month INTEGER,
    claim BLOB,
    claimed_by BLOB,
    claimed_at INTEGER,
    ended_at INTEGER,
    -- The payer's payment before it in the same currency; the wallet names the latest.
    before BLOB
) STRICT, WITHOUT ROWID;
-- The timer: what ends by itself next.
CREATE INDEX payment_due ON payment (expires_at) WHERE expires_at IS NOT NULL;
-- A payer's open payments.
CREATE INDEX payment_open ON payment (payer, id) WHERE expires_at IS NOT NULL;
-- A claim's private link.
CREATE UNIQUE INDEX payment_by_claim ON payment (claim) WHERE claim IS NOT NULL;
-- What a claimant waits for.
CREATE INDEX payment_claimed ON payment (claimed_by, id) WHERE state = 'claimed';

CREATE TABLE hold (
    payment BLOB PRIMARY KEY,
    member BLOB NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    ended TEXT,
    ended_at INTEGER
) STRICT, WITHOUT ROWID;

-- What was decided, so that a repeat gets the same answer. Keys are hashes and answers are long: rows in order of
-- time and a small index beside them keep the pages that a new request touches in memory.
CREATE TABLE done (
    key BLOB PRIMARY KEY,
    digest INTEGER NOT NULL,
    at INTEGER NOT NULL,
    answer TEXT NOT NULL,
    -- The number of the post that was kept with it.
    post INTEGER
) STRICT;

-- What must still be told to the outside. A network that delivers into this database has one queue for all
-- (no conversation); any other has one for each conversation.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    network TEXT NOT NULL,
    conversation BLOB,
    body TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    leased_until INTEGER NOT NULL DEFAULT 0,
    fence INTEGER NOT NULL DEFAULT 0
) STRICT;
-- The next rows of a network with one queue.
CREATE INDEX outbox_in_order ON outbox (network, id) WHERE conversation IS NULL;
-- The oldest row of each conversation.
CREATE INDEX outbox_by_conversation ON outbox (network, conversation, id) WHERE conversation IS NOT NULL;

-- What could not be told after many tries.
CREATE TABLE dead_letter (
    id INTEGER PRIMARY KEY,
    network TEXT NOT NULL,
    conversation BLOB,
    body TEXT NOT NULL,
    tries INTEGER NOT NULL,
    error TEXT NOT NULL,
    dead_at INTEGER NOT NULL
) STRICT;

-- The square: the posts of the built-in network and what the service said there. A post without author is the
-- service's; a direct one names the member whose conversation with the service it belongs to. What was delivered
-- from outbox row N has the id out-N. A member's post is found by its request, whose name is made of the post's id.
CREATE TABLE post (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    author BLOB,
    direct BLOB,
    request BLOB,
    reply_to TEXT,
    code TEXT,
    text TEXT NOT NULL,
    lang TEXT,
    payment BLOB,
    at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;
-- What the service said, by its name.
CREATE UNIQUE INDEX post_of_service ON post (id) WHERE author IS NULL;
-- The timeline.
CREATE INDEX post_public ON post (number) WHERE direct IS NULL;
-- A member's direct conversation.
CREATE INDEX post_direct ON post (direct, number) WHERE direct IS NOT NULL;

CREATE TABLE sign_in (
    token_hash BLOB PRIMARY KEY,
    member BLOB NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    token_hash BLOB PRIMARY KEY,
    member BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- A member's sessions, to count and to end.
CREATE INDEX session_by_member ON session (member, expires_at);

-- Keys of programs. The secret signs requests, so it must be readable; the database file is as secret as it is.
CREATE TABLE api_key (
    id TEXT PRIMARY KEY,
    secret BLOB NOT NULL,
    member BLOB,
    scopes TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
