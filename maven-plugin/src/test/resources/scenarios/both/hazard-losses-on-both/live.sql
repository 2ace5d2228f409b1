insert into u values (1), (2);
insert into t values (1, null, 'x'), (2, 1, null);
