INSERT INTO t VALUES (1, 1, 'x'), (2, 1, 'x'), (3, 1, 'x'), (4, 2, 'y'), (5, 2, 'y'), (6, NULL, 'z'), (7, NULL, 'z');
