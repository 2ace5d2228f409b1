CREATE TABLE tidegate_new_t (
  id integer PRIMARY KEY,
  n integer,
  CONSTRAINT large CHECK (n > 1000)
);

-- hazard table-rewrite t: copies all rows of t
-- hazard may-fail-on-data t.large: fails when a row breaks CHECK (n > 1000)
INSERT INTO tidegate_new_t (id, n)
SELECT id, n FROM t;

DROP TABLE t;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_t RENAME TO t;

PRAGMA legacy_alter_table = OFF;
