CREATE TABLE t (id int PRIMARY KEY, a int, b text, CONSTRAINT a_ok CHECK (a > 0 AND b <> ''));
