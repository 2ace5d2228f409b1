insert into t values (1, 1), (2, 2);
insert into o values (1, 1);
