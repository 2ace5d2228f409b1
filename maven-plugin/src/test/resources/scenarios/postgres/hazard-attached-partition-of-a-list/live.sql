INSERT INTO p_1 VALUES (1, 'a'), (2, 'c'), (3, NULL);
