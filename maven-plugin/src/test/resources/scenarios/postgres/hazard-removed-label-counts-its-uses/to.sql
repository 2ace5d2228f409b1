CREATE TYPE mood AS ENUM ('a');
CREATE TABLE t (id int PRIMARY KEY, m mood, l mood[]);
