-- What members' devices sign with: the public key, and what the device counted when it was last used. A passkey is named
-- among its member's by the SHA-256 of the id its device gave it.
CREATE TABLE passkey (
    member BLOB NOT NULL,
    id BLOB NOT NULL,
    credential TEXT NOT NULL,
    public_key BLOB NOT NULL,
    counter INTEGER NOT NULL,
    name TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (member, id)
) STRICT, WITHOUT ROWID;
-- What devices are asked to sign, until it is signed or too old: for which ceremony, and by whom where that is known.
CREATE TABLE challenge (
    bytes BLOB PRIMARY KEY,
    ceremony TEXT NOT NULL,
    member BLOB,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
