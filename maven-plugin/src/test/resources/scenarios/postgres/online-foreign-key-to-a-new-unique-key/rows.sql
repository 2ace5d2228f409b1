insert into u values (1, 'a');
insert into t values ('a');
