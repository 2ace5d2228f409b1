INSERT INTO t VALUES (1, 1, 'X'), (2, 1, 'x'), (3, 0, 'x');
