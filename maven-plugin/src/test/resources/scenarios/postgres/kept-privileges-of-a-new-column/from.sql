CREATE TABLE t (id int, a text, b int GENERATED ALWAYS AS (id + 1) STORED);
GRANT SELECT (b), UPDATE (a) ON t TO tg_reader;
