-- What each process spent of a quota at Google, so that those that share one keep to it together. Rows of processes that ended go after some minutes.
CREATE TABLE quota_uses (
    account_id TEXT NOT NULL,
    api TEXT NOT NULL,
    process TEXT NOT NULL,
    spent INTEGER NOT NULL,
    debt INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (account_id, api, process)
);
