-- Ids are 16-byte blobs (UUIDv7), instants are microseconds since 1970 UTC, amounts are minor units.
-- Numbers that are yes or no are bigint as well, and texts are in the order of their bytes, whatever the database's
-- language: so every statement means the same here as in the embedded database. Nothing beyond tables, indexes and
-- one sequence is used, so that engines which speak PostgreSQL's language can serve the same tables.
-- Every index beyond a primary key says which question needs it.

-- A fillfactor leaves room on a page for a row's next version. An update that changes no indexed column then stays on
-- its page and touches no index. Tables whose rows are written once, or change together with an index, have none.

-- The newest instant that was decided at. The last number of the outbox is the sequence's, and stays 0 here: nodes
-- that counted up a row would wait for each other until the commit.
CREATE TABLE engine (
    one bigint PRIMARY KEY CHECK (one = 1),
    last_at bigint NOT NULL,
    last_outbox bigint NOT NULL
);
INSERT INTO engine (one, last_at, last_outbox) VALUES (1, 0, 0);

-- Numbers of the outbox. They are never used again, because a delivered post is named after its number. They are drawn
-- under the lock of the member who is told, so that a conversation's numbers are in the order of its commits. A
-- connection that kept some in stock would break that order, so there is no cache.
CREATE SEQUENCE outbox_number AS bigint START WITH 1 CACHE 1;

CREATE TABLE policy (
    version bigint PRIMARY KEY,
    starts_at bigint NOT NULL,
    body text COLLATE "C" NOT NULL
);

-- The lock of everything that a member has: whoever changes any of it holds this row first. A lock is written into the
-- row in place and needs no room; profiles change seldom.
CREATE TABLE member (
    id bytea PRIMARY KEY,
    kind text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    about text COLLATE "C" NOT NULL DEFAULT '',
    lang text COLLATE "C" NOT NULL,
    tier bigint NOT NULL,
    home text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    frozen_at bigint,
    frozen_reason text COLLATE "C"
) WITH (fillfactor = 95);

CREATE TABLE handle (
    network text COLLATE "C" NOT NULL,
    stable_id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    member bytea NOT NULL,
    linked_at bigint NOT NULL,
    -- A network has millions of names, a name few networks.
    PRIMARY KEY (stable_id, network)
);
-- A post names its recipient by the visible name.
CREATE INDEX handle_by_name ON handle (name, network);
-- Pages show a member with their handle.
CREATE INDEX handle_by_member ON handle (member, network);

-- A wrong PIN is counted in place.
CREATE TABLE pin (
    member bytea PRIMARY KEY,
    hash text COLLATE "C" NOT NULL,
    set_at bigint NOT NULL,
    wrong_count bigint NOT NULL
) WITH (fillfactor = 90);

-- A row changes with every payment of its owner, a merchant's many times a second, and none of it is indexed: a third
-- of the page is room for the versions that nobody needs any more but nobody has cleared yet.
CREATE TABLE wallet (
    member bytea NOT NULL,
    currency text COLLATE "C" NOT NULL,
    custody text COLLATE "C" NOT NULL,
    posted bigint NOT NULL,
    held bigint NOT NULL,
    lines bigint NOT NULL,
    last_line_cause bytea,
    last_line_transfer bigint,
    last_payment bytea,
    spent_day bigint NOT NULL,
    spent_in_day bigint NOT NULL,
    spent_month bigint NOT NULL,
    spent_in_month bigint NOT NULL,
    exempt_total bigint NOT NULL,
    exempt_count bigint NOT NULL,
    consents bigint NOT NULL,
    PRIMARY KEY (member, currency),
    CHECK (posted >= held AND held >= 0)
) WITH (fillfactor = 70);

-- The lines of statements in order of time; a wallet names its last, each line the one before it. Kept together by
-- wallet, every payment would change two pages that no other payment needs.
CREATE TABLE line (
    cause bytea NOT NULL,
    transfer bigint NOT NULL,
    member bytea NOT NULL,
    currency text COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    change bigint NOT NULL,
    posted bigint NOT NULL,
    other bytea NOT NULL,
    at bigint NOT NULL,
    before_cause bytea,
    before_transfer bigint,
    PRIMARY KEY (cause, transfer, member)
);

-- Written once, never changed. Accounts are members, or numbers below sixteen for the house.
CREATE TABLE transfer (
    cause bytea NOT NULL,
    number bigint NOT NULL,
    kind text COLLATE "C" NOT NULL,
    debit bytea NOT NULL,
    credit bytea NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    currency text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (cause, number)
);
-- The sums of the house's accounts: they keep no running balance, and these hold their entries only.
CREATE INDEX transfer_house_debit ON transfer (debit, currency, amount)
    WHERE debit < '\x00000000000000000000000000000010'::bytea;
CREATE INDEX transfer_house_credit ON transfer (credit, currency, amount)
    WHERE credit < '\x00000000000000000000000000000010'::bytea;

CREATE TABLE top_up (
    id bytea PRIMARY KEY,
    member bytea NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    currency text COLLATE "C" NOT NULL,
    reference text COLLATE "C" NOT NULL,
    at bigint NOT NULL
);

CREATE TABLE payment (
    id bytea PRIMARY KEY,
    first bytea NOT NULL,
    legs bigint NOT NULL,
    purpose text COLLATE "C" NOT NULL,
    payer bytea NOT NULL,
    payee bytea,
    payee_network text COLLATE "C",
    payee_name text COLLATE "C",
    amount bigint NOT NULL CHECK (amount > 0),
    fee bigint NOT NULL CHECK (fee >= 0),
    currency text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    policy bigint NOT NULL,
    origin bytea NOT NULL,
    memo text COLLATE "C" NOT NULL,
    public bigint NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint,
    consent text COLLATE "C",
    consent_number bigint,
    consent_at bigint,
    counted_day bigint,
    counted_month bigint,
    claim bytea,
    claimed_by bytea,
    claimed_at bigint,
    ended_at bigint,
    -- The payer's payment before it in the same currency; the wallet names the latest.
    before bytea
);
-- The timer: what ends by itself next.
CREATE INDEX payment_due ON payment (expires_at) WHERE expires_at IS NOT NULL;
-- A payer's open payments.
CREATE INDEX payment_open ON payment (payer, id) WHERE expires_at IS NOT NULL;
-- A claim's private link.
CREATE UNIQUE INDEX payment_by_claim ON payment (claim) WHERE claim IS NOT NULL;
-- What a claimant waits for.
CREATE INDEX payment_claimed ON payment (claimed_by, id) WHERE state = 'claimed';

-- A hold changes once, when it ends.
CREATE TABLE hold (
    payment bytea PRIMARY KEY,
    member bytea NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    currency text COLLATE "C" NOT NULL,
    opened_at bigint NOT NULL,
    ended text COLLATE "C",
    ended_at bigint
) WITH (fillfactor = 90);

-- What was decided, so that a repeat gets the same answer. Rows lie in order of time; the keys are hashes, and their
-- index is the one whose pages a new request touches at random.
CREATE TABLE done (
    key bytea PRIMARY KEY,
    digest bigint NOT NULL,
    at bigint NOT NULL,
    answer text COLLATE "C" NOT NULL,
    -- The number of the post that was kept with it.
    post bigint
);

-- What must still be told to the outside. A network that delivers into this database has one queue for all
-- (no conversation); any other has one for each conversation. A row is leased in place.
CREATE TABLE outbox (
    id bigint PRIMARY KEY,
    network text COLLATE "C" NOT NULL,
    conversation bytea,
    body text COLLATE "C" NOT NULL,
    due_at bigint NOT NULL,
    tries bigint NOT NULL DEFAULT 0,
    leased_until bigint NOT NULL DEFAULT 0,
    fence bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 80);
-- Every row dies within seconds, and whoever looks for the oldest steps over the dead ones in the index. A share of the
-- table's size is no measure for a queue that is nearly empty, so it is cleared after a number of dead rows, at once.
ALTER TABLE outbox SET (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_cost_delay = 0,
    autovacuum_vacuum_insert_scale_factor = 0,
    autovacuum_vacuum_insert_threshold = 50000,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 50000
);
-- The next rows of a network with one queue.
CREATE INDEX outbox_in_order ON outbox (network, id) WHERE conversation IS NULL;
-- The oldest row of each conversation.
CREATE INDEX outbox_by_conversation ON outbox (network, conversation, id) WHERE conversation IS NOT NULL;

-- What could not be told after many tries.
CREATE TABLE dead_letter (
    id bigint PRIMARY KEY,
    network text COLLATE "C" NOT NULL,
    conversation bytea,
    body text COLLATE "C" NOT NULL,
    tries bigint NOT NULL,
    error text COLLATE "C" NOT NULL,
    dead_at bigint NOT NULL
);

-- The square: the posts of the built-in network and what the service said there. Numbers are given before the commit,
-- so a lower one may appear after a higher one. A post without author is the
-- service's; a direct one names the member whose conversation with the service it belongs to. What was delivered
-- from outbox row N has the id out-N. A member's post is found by its request, whose name is made of the post's id.
CREATE TABLE post (
    number bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL,
    author bytea,
    direct bytea,
    request bytea,
    reply_to text COLLATE "C",
    code text COLLATE "C",
    text text COLLATE "C" NOT NULL,
    lang text COLLATE "C",
    payment bytea,
    at bigint NOT NULL,
    deleted_at bigint
);
-- What the service said, by its name.
CREATE UNIQUE INDEX post_of_service ON post (id) WHERE author IS NULL;
-- The timeline.
CREATE INDEX post_public ON post (number) WHERE direct IS NULL;
-- A member's direct conversation.
CREATE INDEX post_direct ON post (direct, number) WHERE direct IS NOT NULL;

CREATE TABLE sign_in (
    token_hash bytea PRIMARY KEY,
    member bytea NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint
) WITH (fillfactor = 90);
-- Links live for minutes: nearly every row of the table dies in a day.
ALTER TABLE sign_in SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

CREATE TABLE session (
    token_hash bytea PRIMARY KEY,
    member bytea NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL
);
-- A member's sessions, to count and to end.
CREATE INDEX session_by_member ON session (member, expires_at);
-- Sessions end every day by the ten thousand out of many millions: a fifth of them, which is when dead rows are cleared
-- elsewhere, would be weeks of them.
ALTER TABLE session SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

-- Keys of programs. The secret signs requests, so it must be readable; the database is as secret as it is. The instant
-- of the last use is written in place.
CREATE TABLE api_key (
    id text COLLATE "C" PRIMARY KEY,
    secret bytea NOT NULL,
    member bytea,
    scopes text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL
) WITH (fillfactor = 80);
