CREATE TABLE t (id int PRIMARY KEY, a smallint, n numeric(6,1));
