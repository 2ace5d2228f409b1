CREATE TABLE p (id int, kind text) PARTITION BY LIST (kind);
CREATE TABLE p_1 (id int, kind text);
