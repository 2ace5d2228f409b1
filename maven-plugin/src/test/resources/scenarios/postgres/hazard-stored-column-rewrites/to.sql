CREATE TABLE t (id int PRIMARY KEY, a int, b text, c int GENERATED ALWAYS AS (a * 2) STORED);
