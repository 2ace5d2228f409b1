CREATE TABLE User (
  id integer PRIMARY KEY,
  "Order" text,
  "a b" integer,
  "sélect" text
);

CREATE INDEX "i on" ON User ("a b");
