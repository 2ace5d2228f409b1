INSERT INTO t VALUES (1, NULL, ''), (2, 2, ''), (3, NULL, NULL);
