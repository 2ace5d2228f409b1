CREATE TABLE t (id int PRIMARY KEY, a int, b text, CONSTRAINT t_key UNIQUE (a, b));
