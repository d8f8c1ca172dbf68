-- What the operator's pages need.

-- Members who may use the operator's pages. Only the machine's command line writes here.
CREATE TABLE operator (
    member BLOB PRIMARY KEY,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What operators did, in the transaction that did it. Without operator: the machine's command line.
CREATE TABLE operator_act (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    operator BLOB,
    code TEXT NOT NULL,
    member BLOB,
    detail TEXT NOT NULL
) STRICT;

-- How often each refusal was given, by day of the policy's zone. Nobody is named.
CREATE TABLE refusal_count (
    day INTEGER NOT NULL,
    code TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, code)
) STRICT, WITHOUT ROWID;

-- The latest count of each day: what members are owed against money at banks and providers, in minor units.
CREATE TABLE safeguard (
    day INTEGER NOT NULL,
    currency TEXT NOT NULL,
    owed INTEGER NOT NULL,
    bank INTEGER NOT NULL,
    provider INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (day, currency)
) STRICT, WITHOUT ROWID;
