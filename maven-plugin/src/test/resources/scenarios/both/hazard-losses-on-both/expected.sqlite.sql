-- hazard drop-column t.b: deletes the values of t.b
ALTER TABLE t DROP COLUMN b;

-- hazard drop-table u: deletes all rows of u
DROP TABLE u;
