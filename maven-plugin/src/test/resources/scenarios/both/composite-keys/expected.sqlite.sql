CREATE TABLE tidegate_new_t (
  a integer NOT NULL,
  b text NOT NULL,
  c text,
  d integer,
  PRIMARY KEY (b, a)
);

-- hazard table-rewrite t: copies all rows of t
-- hazard may-fail-on-data t.(b, a): fails when rows of t have the same key
INSERT INTO tidegate_new_t (rowid, a, b, c)
SELECT rowid, a, b, c FROM t;

DROP TABLE t;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_t RENAME TO t;

PRAGMA legacy_alter_table = OFF;
