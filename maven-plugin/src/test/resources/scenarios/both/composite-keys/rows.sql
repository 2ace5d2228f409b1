insert into t values (1, 'x', 'c'), (2, 'y', null);
