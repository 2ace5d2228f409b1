CREATE TABLE p (x int, y text, PRIMARY KEY (x, y));
CREATE TABLE t (id int PRIMARY KEY, a int, b text, CONSTRAINT t_p FOREIGN KEY (a, b) REFERENCES p (x, y) MATCH FULL);
