CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE TABLE p (x int PRIMARY KEY);
