-- Times are milliseconds since 1970 UTC. Lower-case copies serve comparison without case, which SQLite knows for ASCII only.
CREATE TABLE canary (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sealed BLOB NOT NULL
);

CREATE TABLE key_ring (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    xml TEXT NOT NULL
);

CREATE TABLE users (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    created_at INTEGER NOT NULL
);

CREATE TABLE data_keys (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL UNIQUE REFERENCES users (id) ON DELETE CASCADE,
    wrapped BLOB NOT NULL,
    created_at INTEGER NOT NULL
);

CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    nickname TEXT NOT NULL,
    nickname_lower TEXT NOT NULL,
    email TEXT NOT NULL,
    email_lower TEXT NOT NULL,
    subject TEXT NOT NULL,
    scopes TEXT NOT NULL,
    status INTEGER NOT NULL,
    connected_at INTEGER NOT NULL,
    UNIQUE (user_id, nickname_lower),
    UNIQUE (user_id, subject)
);

-- generation grows with every write and is bound into the seal; lease_* belong to whoever is asking Google now.
CREATE TABLE tokens (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    key_id TEXT NOT NULL REFERENCES data_keys (id) DEFERRABLE INITIALLY DEFERRED,
    generation INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    lease_owner TEXT,
    lease_until INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE keys (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    digest BLOB NOT NULL UNIQUE,
    grants TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER
);
CREATE INDEX keys_of_user ON keys (user_id);

CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    key_id TEXT,
    client TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL
);
CREATE INDEX sessions_of_user ON sessions (user_id);
CREATE INDEX sessions_by_last_seen ON sessions (last_seen_at);

-- No reference to users: who did what outlives the user.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    user_id TEXT NOT NULL,
    key_id TEXT,
    action TEXT NOT NULL,
    account_id TEXT,
    outcome TEXT NOT NULL,
    detail TEXT,
    duration_us INTEGER NOT NULL,
    correlation_id TEXT NOT NULL
);
CREATE INDEX audit_of_user ON audit (user_id, id);

-- Processes that cache callers watch this number.
CREATE TABLE revision (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    value INTEGER NOT NULL
);
INSERT INTO revision (id, value) VALUES (1, 1);

CREATE TRIGGER users_added AFTER INSERT ON users BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER users_changed AFTER UPDATE ON users BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER users_removed AFTER DELETE ON users BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER keys_added AFTER INSERT ON keys BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER keys_changed AFTER UPDATE ON keys BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER keys_removed AFTER DELETE ON keys BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER accounts_added AFTER INSERT ON accounts BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER accounts_changed AFTER UPDATE ON accounts BEGIN UPDATE revision SET value = value + 1; END;
CREATE TRIGGER accounts_removed AFTER DELETE ON accounts BEGIN UPDATE revision SET value = value + 1; END;
