CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE UNIQUE INDEX t_b ON t (lower(b)) WHERE a > 0;
