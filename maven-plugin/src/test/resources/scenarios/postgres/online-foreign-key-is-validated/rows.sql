insert into u values (1), (2);
insert into t values (1, 1, 2), (2, null, 1);
