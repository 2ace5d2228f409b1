-- hazard breaks-readers t.amount: programs that use the column by its old name fail
ALTER TABLE t RENAME COLUMN amount TO total;

CREATE TABLE tidegate_new_t (
  id integer PRIMARY KEY,
  total numeric NOT NULL DEFAULT 0,
  note text
);

-- hazard table-rewrite t: copies all rows of t
-- hazard breaks-readers t.total: the type changes to numeric
-- hazard may-fail-on-data t.total: fails when t.total is null in a row
INSERT INTO tidegate_new_t (id, total)
SELECT id, total FROM t;

DROP TABLE t;

PRAGMA legacy_alter_table = ON;

ALTER TABLE tidegate_new_t RENAME TO t;

PRAGMA legacy_alter_table = OFF;
