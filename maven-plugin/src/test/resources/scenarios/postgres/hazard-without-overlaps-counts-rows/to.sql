CREATE TABLE t (room int4range NOT NULL, during int4range NOT NULL, CONSTRAINT t_key UNIQUE (room, during WITHOUT OVERLAPS));
