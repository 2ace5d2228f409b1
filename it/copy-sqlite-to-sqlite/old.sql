CREATE TABLE users (
  id integer PRIMARY KEY,
  name text NOT NULL,
  photo blob
);

CREATE TABLE orders (
  id integer PRIMARY KEY,
  user_id integer NOT NULL REFERENCES users (id),
  total real NOT NULL
);

INSERT INTO users VALUES (1, 'Ada', x'00ff'), (2, 'Zoë', NULL);

INSERT INTO orders VALUES (10, 1, 9.5), (11, 2, 0.1), (12, 2, 3);
