insert into base values (1, 1);
