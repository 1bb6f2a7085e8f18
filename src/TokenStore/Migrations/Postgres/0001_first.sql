-- Times are milliseconds since 1970 UTC. rowid is what SQLite has by itself: the order in which rows came.
CREATE TABLE canary (
    id SMALLINT PRIMARY KEY CHECK (id = 1),
    sealed BYTEA NOT NULL
);

CREATE TABLE key_ring (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name TEXT NOT NULL,
    xml TEXT NOT NULL
);

CREATE TABLE users (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE UNIQUE INDEX users_by_lower_name ON users (lower(name));

CREATE TABLE data_keys (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL UNIQUE REFERENCES users (id) ON DELETE CASCADE,
    wrapped BYTEA NOT NULL,
    created_at BIGINT NOT NULL
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
    status BIGINT NOT NULL,
    connected_at BIGINT NOT NULL,
    UNIQUE (user_id, nickname_lower),
    UNIQUE (user_id, subject)
);

-- generation grows with every write and is bound into the seal; lease_* belong to whoever is asking Google now.
CREATE TABLE tokens (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    key_id TEXT NOT NULL REFERENCES data_keys (id) DEFERRABLE INITIALLY DEFERRED,
    generation BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    lease_owner TEXT,
    lease_until BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE keys (
    id TEXT PRIMARY KEY,
    rowid BIGINT GENERATED ALWAYS AS IDENTITY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    digest BYTEA NOT NULL UNIQUE,
    grants TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT
);
CREATE INDEX keys_of_user ON keys (user_id);

CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    rowid BIGINT GENERATED ALWAYS AS IDENTITY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    key_id TEXT,
    client TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL
);
CREATE INDEX sessions_of_user ON sessions (user_id);
CREATE INDEX sessions_by_last_seen ON sessions (last_seen_at);

-- No reference to users: who did what outlives the user.
CREATE TABLE audit (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at BIGINT NOT NULL,
    user_id TEXT NOT NULL,
    key_id TEXT,
    action TEXT NOT NULL,
    account_id TEXT,
    outcome TEXT NOT NULL,
    detail TEXT,
    duration_us BIGINT NOT NULL,
    correlation_id TEXT NOT NULL
);
CREATE INDEX audit_of_user ON audit (user_id, id);

-- Processes that cache callers watch this number.
CREATE TABLE revision (
    id SMALLINT PRIMARY KEY CHECK (id = 1),
    value BIGINT NOT NULL
);
INSERT INTO revision (id, value) VALUES (1, 1);
CREATE FUNCTION next_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE revision SET value = value + 1;
    RETURN NULL;
END
$$;


CREATE TRIGGER users_added AFTER INSERT ON users FOR EACH STATEMENT EXECUTE FUNCTION next_revision();
CREATE TRIGGER users_changed AFTER UPDATE ON users FOR EACH STATEMENT EXECUTE FUNCTION next_revision();
CREATE TRIGGER users_removed AFTER DELETE ON users FOR EACH STATEMENT EXECUTE FUNCTION next_revision();
CREATE TRIGGER keys_added AFTER INSERT ON keys FOR EACH STATEMENT EXECUTE FUNCTION next_revision();
CREATE TRIGGER keys_changed AFTER UPDATE ON keys FOR EACH STATEMENT EXECUTE FUNCTION next_revision();
CREATE TRIGGER keys_removed AFTER DELETE ON keys FOR EACH STATEMENT EXECUTE FUNCTION next_revision();
CREATE TRIGGER accounts_added AFTER INSERT ON accounts FOR EACH STATEMENT EXECUTE FUNCTION next_revision();
CREATE TRIGGER accounts_changed AFTER UPDATE ON accounts FOR EACH STATEMENT EXECUTE FUNCTION next_revision();
CREATE TRIGGER accounts_removed AFTER DELETE ON accounts FOR EACH STATEMENT EXECUTE FUNCTION next_revision();
