-- Small texts of a user's own (templates), sealed like the journal; what they are is in the kind, what they say and are called is sealed.
CREATE TABLE user_documents (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    key_id TEXT NOT NULL REFERENCES data_keys (id) DEFERRABLE INITIALLY DEFERRED,
    sealed_key BLOB NOT NULL,
    kind TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    content BLOB NOT NULL
);
CREATE INDEX user_documents_of_user ON user_documents (user_id, kind);
