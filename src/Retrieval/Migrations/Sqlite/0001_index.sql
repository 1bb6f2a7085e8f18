-- One file is the index of one account. Terms are numbers (HMAC under the account's key), text is sealed; ids, dates and labels are not.
CREATE TABLE indexes (
    id INTEGER PRIMARY KEY,
    account_id TEXT NOT NULL UNIQUE,
    -- Grows with every change; readers that keep documents in memory read what is newer.
    generation INTEGER NOT NULL DEFAULT 0,
    next_ordinal INTEGER NOT NULL DEFAULT 1,
    next_segment INTEGER NOT NULL DEFAULT 1,
    progress TEXT NOT NULL DEFAULT '',
    lease_owner TEXT,
    lease_until INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE documents (
    account INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    thread_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    language INTEGER NOT NULL,
    length INTEGER NOT NULL,
    has_attachment INTEGER NOT NULL,
    labels TEXT NOT NULL,
    is_gone INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL,
    PRIMARY KEY (account, ordinal)
) WITHOUT ROWID;
CREATE UNIQUE INDEX documents_by_source ON documents (account, kind, source_id) WHERE is_gone = 0;
CREATE INDEX documents_by_change ON documents (account, changed);

-- card: title, people and the beginning; body: all of the text, where the configuration keeps it.
CREATE TABLE texts (
    account INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    card BLOB NOT NULL,
    body BLOB,
    PRIMARY KEY (account, ordinal)
);

CREATE TABLE segments (
    account INTEGER NOT NULL,
    id INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    first_ordinal INTEGER NOT NULL,
    PRIMARY KEY (account, id)
) WITHOUT ROWID;

CREATE TABLE postings (
    account INTEGER NOT NULL,
    term INTEGER NOT NULL,
    segment INTEGER NOT NULL,
    documents BLOB NOT NULL,
    PRIMARY KEY (account, term, segment)
) WITHOUT ROWID;

CREATE TABLE models (
    account INTEGER NOT NULL,
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    dimensions INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    -- Vectors of documents up to this ordinal are there.
    up_to INTEGER NOT NULL DEFAULT 0,
    is_active INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (account, id)
) WITHOUT ROWID;

-- What the embedded model knows of a term: its weight and its vector in 8-bit numbers, whose factor belongs to the weight.
CREATE TABLE model_terms (
    account INTEGER NOT NULL,
    model INTEGER NOT NULL,
    term INTEGER NOT NULL,
    weight REAL NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (account, model, term)
) WITHOUT ROWID;

-- part counts the pieces of a long text that were embedded one by one.
CREATE TABLE vectors (
    account INTEGER NOT NULL,
    model INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    part INTEGER NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (account, model, ordinal, part)
) WITHOUT ROWID;
