CREATE TABLE tidegate_new_t (
  id integer PRIMARY KEY,
  a integer DEFAULT 2,
  b text DEFAULT 'it''s',
  c text
);

-- hazard table-rewrite t: copies all rows of t
INSERT INTO tidegate_new_t (id, a, b, c)
SELECT id, a, b, c FROM t;

DROP TABLE t;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_t RENAME TO t;

PRAGMA legacy_alter_table = OFF;
