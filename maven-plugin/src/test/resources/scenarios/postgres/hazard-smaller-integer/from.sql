CREATE TABLE t (id int PRIMARY KEY, a bigint, n numeric(10,3));
