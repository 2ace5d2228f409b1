CREATE TABLE tidegate_new_t (
  id integer PRIMARY KEY,
  a integer,
  b integer GENERATED ALWAYS AS (a * 2) VIRTUAL,
  c text GENERATED ALWAYS AS (a || 'x') STORED
);

-- hazard table-rewrite t: copies all rows of t
INSERT INTO tidegate_new_t (id, a)
SELECT id, a FROM t;

DROP TABLE t;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_t RENAME TO t;

PRAGMA legacy_alter_table = OFF;
