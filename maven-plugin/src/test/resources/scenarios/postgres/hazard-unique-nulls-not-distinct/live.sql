INSERT INTO t VALUES (6, NULL, 'z'), (7, NULL, 'z');
