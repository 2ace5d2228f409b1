insert into t values (1, 'x', 'x'), (2, 1, x'00'), (3, 2, 'y');
