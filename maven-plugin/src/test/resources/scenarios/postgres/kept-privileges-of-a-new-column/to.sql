CREATE TABLE t (id int, a text, b int GENERATED ALWAYS AS (id + 2) STORED);
