-- Keys for what other rooms keep of an account, sealed under the user's data key.
CREATE TABLE account_keys (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    key_id TEXT NOT NULL REFERENCES data_keys (id) DEFERRABLE INITIALLY DEFERRED,
    sealed_key BLOB NOT NULL
);
