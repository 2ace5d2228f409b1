CREATE TABLE users (id integer PRIMARY KEY, age integer);
CREATE TABLE audit (what text);
