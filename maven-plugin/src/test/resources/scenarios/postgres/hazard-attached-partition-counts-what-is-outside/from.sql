CREATE TABLE p (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE p_1 (id int, at date);
