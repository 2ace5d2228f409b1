CREATE SCHEMA old;
CREATE TABLE old.x (id int);
CREATE TABLE old.y (id int);
CREATE TABLE t (id int PRIMARY KEY, a int, "b C" text);
CREATE TABLE u (id int);
