CREATE TABLE tidegate_new_t (
  k text PRIMARY KEY,
  v any
) STRICT, WITHOUT ROWID;

INSERT INTO tidegate_new_t (k, v)
SELECT k, v FROM t;

DROP TABLE t;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_t RENAME TO t;

PRAGMA legacy_alter_table = OFF;
