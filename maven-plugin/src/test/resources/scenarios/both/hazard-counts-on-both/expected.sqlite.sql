CREATE TEMP TABLE tidegate_guard (
  foreign_keys_enforced INTEGER CONSTRAINT "tables are rebuilt with foreign_keys off" CHECK (foreign_keys_enforced = 0),
  rows_without_parent INTEGER CONSTRAINT "rows break a foreign key, see PRAGMA foreign_key_check" CHECK (rows_without_parent = 0)
);

INSERT INTO temp.tidegate_guard (foreign_keys_enforced)
SELECT foreign_keys FROM pragma_foreign_keys;

CREATE TABLE tidegate_new_t (
  id integer PRIMARY KEY,
  a integer NOT NULL,
  b text,
  CONSTRAINT t_key UNIQUE (b),
  CONSTRAINT ok CHECK (a > 0),
  CONSTRAINT t_p FOREIGN KEY (a) REFERENCES p (id)
);

-- hazard table-rewrite t: copies all rows of t
-- hazard may-fail-on-data t.a: fails when t.a is null in a row
-- hazard may-fail-on-data t.t_key: fails when rows of t have the same key
-- hazard may-fail-on-data t.ok: fails when a row breaks CHECK (a > 0)
-- hazard may-fail-on-data t.t_p: fails when a row names none of p
INSERT INTO tidegate_new_t (id, a, b)
SELECT id, a, b FROM t;

DROP TABLE t;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_t RENAME TO t;

PRAGMA legacy_alter_table = OFF;

INSERT INTO temp.tidegate_guard (rows_without_parent)
SELECT count(*) FROM pragma_foreign_key_check('t');

DROP TABLE temp.tidegate_guard;
