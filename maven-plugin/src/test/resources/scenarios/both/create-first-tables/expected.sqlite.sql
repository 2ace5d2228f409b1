CREATE TABLE users (
  id integer PRIMARY KEY,
  name text NOT NULL,
  email text
);

CREATE TABLE orders (
  id integer PRIMARY KEY,
  user_id integer NOT NULL,
  total numeric(10,2) DEFAULT 0,
  CHECK (total >= 0),
  FOREIGN KEY (user_id) REFERENCES users (id)
);

CREATE INDEX orders_user ON orders (user_id);
