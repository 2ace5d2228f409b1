INSERT INTO t VALUES (1, 1), (2, 1.5), (3, 'NaN'), (4, 3e9);
