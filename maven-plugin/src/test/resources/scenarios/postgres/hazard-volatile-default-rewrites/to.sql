CREATE TABLE t (id int PRIMARY KEY, a int, b text, c uuid NOT NULL DEFAULT gen_random_uuid());
