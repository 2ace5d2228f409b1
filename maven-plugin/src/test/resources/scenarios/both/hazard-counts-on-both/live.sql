insert into p values (1);
insert into t values (1, null, 'x'), (2, 1, 'x'), (3, -1, 'y'), (4, 5, 'z');
