-- must not wait for the lock that Flyway holds
CREATE INDEX CONCURRENTLY users_by_name ON users (name);
