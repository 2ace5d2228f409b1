CREATE DOMAIN year AS int;
CREATE TABLE t (id int PRIMARY KEY, y year, z year);
