CREATE TABLE t (id int PRIMARY KEY, during int4range, open boolean, CONSTRAINT apart EXCLUDE USING gist (during WITH &&) WHERE (open));
