CREATE TABLE tidegate_new_t (
  k text PRIMARY KEY,
  v any
) STRICT, WITHOUT ROWID;

-- hazard table-rewrite t: copies all rows of t
-- hazard may-fail-on-data t: fails when a value is not of its column's type
INSERT INTO tidegate_new_t (k, v)
SELECT k, v FROM t;

DROP TABLE t;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_t RENAME TO t;

PRAGMA legacy_alter_table = OFF;
