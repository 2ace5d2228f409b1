-- hazard may-fail-on-data users_email: fails when rows of users have the same key
CREATE UNIQUE INDEX users_email ON users (lower(email)) WHERE email is not null;

CREATE INDEX users_name ON users (name DESC);
