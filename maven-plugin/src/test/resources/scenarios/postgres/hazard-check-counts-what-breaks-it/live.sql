INSERT INTO t VALUES (1, 1, ''), (2, NULL, NULL), (3, -1, 'x'), (4, 1, 'x');
