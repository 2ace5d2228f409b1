INSERT INTO t VALUES (1, 'abc'), (2, 'abc  '), (3, 'abcd'), (4, NULL);
