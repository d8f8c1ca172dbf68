-- The key under which a member's texts are sealed, wrapped by the operator's key. Sealed texts name it by its number, so
-- that reading one needs no more than this row. An empty one is destroyed, and what it sealed is gone. The member of
-- sixteen zeros is the house, for texts that belong to nobody.
CREATE TABLE member_key (
    number INTEGER PRIMARY KEY,
    member BLOB NOT NULL UNIQUE,
    wrapped BLOB NOT NULL
) STRICT;

-- Which operator's key wraps them: a fingerprint, nothing before the first start with keys. And how far the texts of an
-- older database are sealed: the columns that are done, the last row of the one that is not, and whether the pages
-- that held the old texts are gone.
CREATE TABLE vault (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    fingerprint BLOB,
    columns_sealed INTEGER NOT NULL,
    sealed_to ANY,
    swept INTEGER NOT NULL
) STRICT;
INSERT INTO vault (one, fingerprint, columns_sealed, sealed_to, swept) VALUES (1, NULL, 0, NULL, 0);
