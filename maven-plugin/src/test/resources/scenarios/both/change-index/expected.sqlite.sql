DROP INDEX users_i;

CREATE UNIQUE INDEX users_i ON users (name, email);
