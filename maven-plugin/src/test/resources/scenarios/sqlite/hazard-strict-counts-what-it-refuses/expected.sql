CREATE TABLE tidegate_new_t (
  id integer PRIMARY KEY,
  a integer,
  b text
) STRICT;

-- hazard table-rewrite t: copies all rows of t
-- hazard may-fail-on-data t: fails when a value is not of its column's type
INSERT INTO tidegate_new_t (id, a, b)
SELECT id, a, b FROM t;

DROP TABLE t;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_t RENAME TO t;

PRAGMA legacy_alter_table = OFF;
