CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL, legacy text);
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users, total numeric NOT NULL);
INSERT INTO users VALUES (1, 'Ada', 'keep'), (2, 'Bob', NULL), (3, 'Cy', 'me');
INSERT INTO orders VALUES (1, 1, 9.99), (2, 3, 1);
