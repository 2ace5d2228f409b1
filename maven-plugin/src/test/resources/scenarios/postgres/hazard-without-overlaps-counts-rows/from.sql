CREATE TABLE t (room int4range, during int4range);
