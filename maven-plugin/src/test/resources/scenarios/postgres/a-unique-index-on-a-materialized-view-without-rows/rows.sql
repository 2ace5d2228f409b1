insert into items values (1, 1), (2, 1);
