CREATE TEMP TABLE tidegate_guard (
  foreign_keys_enforced INTEGER CONSTRAINT "tables are rebuilt with foreign_keys off" CHECK (foreign_keys_enforced = 0),
  rows_without_parent INTEGER CONSTRAINT "rows break a foreign key, see PRAGMA foreign_key_check" CHECK (rows_without_parent = 0)
);

INSERT INTO temp.tidegate_guard (foreign_keys_enforced)
SELECT foreign_keys FROM pragma_foreign_keys;

CREATE TABLE tidegate_new_p (
  id integer PRIMARY KEY,
  name text NOT NULL,
  CHECK (name <> '')
);

-- hazard table-rewrite p: copies all rows of p
-- hazard may-fail-on-data p.name: fails when p.name is null in a row
-- hazard may-fail-on-data p.name <> '': fails when a row breaks CHECK (name <> '')
INSERT INTO tidegate_new_p (id, name)
SELECT id, name FROM p;

DROP TABLE p;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_p RENAME TO p;

PRAGMA legacy_alter_table = OFF;

DROP TABLE temp.tidegate_guard;
