-- Names are compared in lower case, as on PostgreSQL.
CREATE UNIQUE INDEX users_by_lower_name ON users (lower(name));
