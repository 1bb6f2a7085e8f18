-- Anything that says what a person writes or to whom is in a sealed column: under a random key of the row, itself sealed under the user's data key.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    rowid BIGINT GENERATED ALWAYS AS IDENTITY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    caller_key_id TEXT,
    key_id TEXT NOT NULL REFERENCES data_keys (id) DEFERRABLE INITIALLY DEFERRED,
    sealed_key BYTEA NOT NULL,
    tool TEXT NOT NULL,
    kind TEXT NOT NULL,
    digest TEXT NOT NULL,
    idempotency_key TEXT,
    state BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    due_at BIGINT,
    hold_ms BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    finished_at BIGINT,
    nonce TEXT,
    proposal BYTEA NOT NULL,
    progress BYTEA,
    result BYTEA,
    lease_owner TEXT,
    lease_until BIGINT NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX outbox_by_idempotency_key ON outbox (user_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX outbox_of_user ON outbox (user_id, created_at);
CREATE INDEX outbox_by_digest ON outbox (user_id, digest, created_at);
CREATE INDEX outbox_by_due ON outbox (state, due_at);

-- The mail itself, in pieces; deleted when its entry is final.
CREATE TABLE outbox_content (
    entry_id TEXT NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (entry_id, number)
);

CREATE TABLE journal (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    key_id TEXT NOT NULL REFERENCES data_keys (id) DEFERRABLE INITIALLY DEFERRED,
    sealed_key BYTEA NOT NULL,
    number BIGINT NOT NULL,
    kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    undone_at BIGINT,
    content BYTEA NOT NULL
);
CREATE UNIQUE INDEX journal_of_user ON journal (user_id, number);
