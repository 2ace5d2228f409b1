CREATE TABLE t (id int, n bigint);
CREATE VIEW v AS SELECT id, n FROM t;
