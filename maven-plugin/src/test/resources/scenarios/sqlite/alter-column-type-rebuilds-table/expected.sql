CREATE TABLE tidegate_new_t (
  id integer PRIMARY KEY AUTOINCREMENT,
  a integer NOT NULL DEFAULT 0,
  b blob
);

-- hazard table-rewrite t: copies all rows of t
-- hazard narrow-type t.a: values that read as integer are changed: '007' becomes 7
-- hazard breaks-readers t.a: the type changes to integer
-- hazard may-fail-on-data t.a: fails when t.a is null in a row
INSERT INTO tidegate_new_t (id, a, b)
SELECT id, a, b FROM t;

DELETE FROM sqlite_sequence WHERE name = 'tidegate_new_t';

INSERT INTO sqlite_sequence (seq, name)
SELECT seq, 'tidegate_new_t' FROM sqlite_sequence WHERE name = 't';

DROP TABLE t;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_t RENAME TO t;

PRAGMA legacy_alter_table = OFF;

CREATE INDEX t_a ON t (a);

CREATE TRIGGER t_ins after insert on t begin update t set a = 'x' where id = new.id; end;
