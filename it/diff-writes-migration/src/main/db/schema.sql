CREATE TABLE users (
  id bigint PRIMARY KEY,
  name text NOT NULL,
  email text
);

CREATE UNIQUE INDEX users_by_email ON users (email);
