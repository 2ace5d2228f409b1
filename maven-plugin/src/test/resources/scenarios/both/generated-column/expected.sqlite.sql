CREATE TABLE tidegate_new_t (
  id integer PRIMARY KEY,
  price numeric,
  quantity integer,
  total numeric GENERATED ALWAYS AS (price * quantity) STORED
);

-- hazard table-rewrite t: copies all rows of t
INSERT INTO tidegate_new_t (id, price, quantity)
SELECT id, price, quantity FROM t;

DROP TABLE t;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_t RENAME TO t;

PRAGMA legacy_alter_table = OFF;
