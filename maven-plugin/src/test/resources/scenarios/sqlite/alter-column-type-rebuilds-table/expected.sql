CREATE TABLE tidegate_new_t (
  id integer PRIMARY KEY AUTOINCREMENT,
  a integer NOT NULL DEFAULT 0,
  b blob
);

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
