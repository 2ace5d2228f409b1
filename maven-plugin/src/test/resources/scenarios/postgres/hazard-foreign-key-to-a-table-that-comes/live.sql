INSERT INTO t VALUES (1, 1, 'a'), (2, NULL, 'b'), (3, 2, NULL);
