-- hazard breaks-readers t.b: programs that use the column by its old name fail
ALTER TABLE t RENAME COLUMN b TO c;

-- hazard breaks-readers t.a: programs that use the column by its old name fail
ALTER TABLE t RENAME COLUMN a TO b;
