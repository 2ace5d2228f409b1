CREATE TABLE tidegate_new_t (
  id integer PRIMARY KEY,
  a text COLLATE NOCASE NOT NULL ON CONFLICT IGNORE,
  b text,
  UNIQUE (b) ON CONFLICT REPLACE
);

-- hazard table-rewrite t: copies all rows of t
-- hazard may-fail-on-data t.a: fails when t.a is null in a row
-- hazard may-fail-on-data t.(b): fails when rows of t have the same key
INSERT OR ABORT INTO tidegate_new_t (id, a)
SELECT id, a FROM t;

DROP TABLE t;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_t RENAME TO t;

PRAGMA legacy_alter_table = OFF;
