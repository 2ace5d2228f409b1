CREATE FUNCTION ok(x int) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN x > 0;
CREATE TABLE t (id int PRIMARY KEY, a int, b text, CONSTRAINT a_ok CHECK (ok(a)));
