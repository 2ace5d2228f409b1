insert into sales values (1, 2);
