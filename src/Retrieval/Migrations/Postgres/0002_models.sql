CREATE INDEX documents_by_thread ON documents (account, thread_id);
-- What an embedding service counted for this model; 0 for the embedded one.
ALTER TABLE models ADD COLUMN tokens BIGINT NOT NULL DEFAULT 0;
