CREATE TABLE t (id int PRIMARY KEY, a int, b text, c int DEFAULT 7, CONSTRAINT t_key UNIQUE (a, c));
