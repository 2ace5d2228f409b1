insert into parent values (1, 'a');
insert into t values (1, 6, 1, '[1,2)');
