CREATE TABLE a (
  id integer PRIMARY KEY,
  b_id integer,
  FOREIGN KEY (b_id) REFERENCES b (id)
);

CREATE TABLE b (
  id integer PRIMARY KEY,
  a_id integer,
  FOREIGN KEY (a_id) REFERENCES a (id)
);
