INSERT INTO p VALUES (1, 'a');
INSERT INTO t VALUES (1, 1, 'a'), (2, 1, 'b'), (3, 2, NULL), (4, 3, 'a');
