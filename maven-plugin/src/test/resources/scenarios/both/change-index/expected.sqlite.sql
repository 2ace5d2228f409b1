DROP INDEX users_i;

-- hazard may-fail-on-data users_i: fails when rows of users have the same key
CREATE UNIQUE INDEX users_i ON users (name, email);
