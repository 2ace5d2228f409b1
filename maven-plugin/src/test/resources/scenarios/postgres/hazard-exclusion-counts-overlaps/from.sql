CREATE TABLE t (id int PRIMARY KEY, during int4range, open boolean);
