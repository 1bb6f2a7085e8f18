-- Terms are numbers (HMAC under the account's key), text is sealed; ids, dates and labels are not.
CREATE TABLE indexes (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id TEXT NOT NULL UNIQUE,
    -- Grows with every change; readers that keep documents in memory read what is newer.
    generation BIGINT NOT NULL DEFAULT 0,
    next_ordinal INTEGER NOT NULL DEFAULT 1,
    next_segment BIGINT NOT NULL DEFAULT 1,
    progress TEXT NOT NULL DEFAULT '',
    lease_owner TEXT,
    lease_until BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE documents (
    account BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    thread_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    language INTEGER NOT NULL,
    length INTEGER NOT NULL,
    has_attachment INTEGER NOT NULL,
    labels TEXT NOT NULL,
    is_gone INTEGER NOT NULL DEFAULT 0,
    changed BIGINT NOT NULL,
    PRIMARY KEY (account, ordinal)
);
CREATE UNIQUE INDEX documents_by_source ON documents (account, kind, source_id) WHERE is_gone = 0;
CREATE INDEX documents_by_change ON documents (account, changed);

-- card: title, people and the beginning; body: all of the text, where the configuration keeps it.
CREATE TABLE texts (
    account BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    card BYTEA NOT NULL,
    body BYTEA,
    PRIMARY KEY (account, ordinal)
);

CREATE TABLE segments (
    account BIGINT NOT NULL,
    id BIGINT NOT NULL,
    documents INTEGER NOT NULL,
    first_ordinal INTEGER NOT NULL,
    PRIMARY KEY (account, id)
);

CREATE TABLE postings (
    account BIGINT NOT NULL,
    term BIGINT NOT NULL,
    segment BIGINT NOT NULL,
    documents BYTEA NOT NULL,
    PRIMARY KEY (account, term, segment)
);

CREATE TABLE models (
    account BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    dimensions INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    -- Vectors of documents up to this ordinal are there.
    up_to INTEGER NOT NULL DEFAULT 0,
    is_active INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (account, id)
);

-- What the embedded model knows of a term: its weight and its vector in 8-bit numbers, whose factor belongs to the weight.
CREATE TABLE model_terms (
    account BIGINT NOT NULL,
    model BIGINT NOT NULL,
    term BIGINT NOT NULL,
    weight DOUBLE PRECISION NOT NULL,
    vector BYTEA NOT NULL,
    PRIMARY KEY (account, model, term)
);

-- part counts the pieces of a long text that were embedded one by one. The numbers are the same 8-bit ones as in SQLite; a half holds them exactly.
-- A user's rows are kept together in 32 parts; who has very many gets a part of their own with an HNSW index.
CREATE EXTENSION IF NOT EXISTS vector;
CREATE TABLE vectors (
    account BIGINT NOT NULL,
    model BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    part INTEGER NOT NULL,
    vector halfvec NOT NULL,
    PRIMARY KEY (account, model, ordinal, part)
) PARTITION BY LIST (account);
CREATE TABLE vectors_shared PARTITION OF vectors DEFAULT PARTITION BY HASH (account);
DO $$
BEGIN
    FOR part IN 0..31 LOOP
        EXECUTE format('CREATE TABLE vectors_shared_%s PARTITION OF vectors_shared FOR VALUES WITH (MODULUS 32, REMAINDER %s)', part, part);
        -- A vector of 384 halves fits beside its key: no detour over TOAST.
        EXECUTE format('ALTER TABLE vectors_shared_%s ALTER COLUMN vector SET STORAGE PLAIN', part);
    END LOOP;
END
$$;
