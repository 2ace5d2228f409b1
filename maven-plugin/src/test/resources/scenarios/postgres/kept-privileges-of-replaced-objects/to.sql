CREATE TABLE t (id int, n bigint);
CREATE VIEW v AS SELECT id, n FROM t;
CREATE FUNCTION f(int) RETURNS bigint LANGUAGE sql RETURN 1;
CREATE TABLE new (id int);
GRANT SELECT ON new TO tg_reader;
