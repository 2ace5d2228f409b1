INSERT INTO t VALUES (1, 'a', '{a}'), (2, 'b', '{a,b}'), (3, 'b', NULL);
