INSERT INTO t VALUES (1, '1'), (2, 'x'), (3, ''), (4, NULL);
