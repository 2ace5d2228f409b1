CREATE TYPE mood AS ENUM ('a', 'b', 'c');
REVOKE USAGE ON TYPE mood FROM PUBLIC;
GRANT USAGE ON TYPE mood TO tg_reader;
ALTER TYPE mood OWNER TO tg_keeper;
CREATE TABLE t (id int, m mood DEFAULT 'a');
