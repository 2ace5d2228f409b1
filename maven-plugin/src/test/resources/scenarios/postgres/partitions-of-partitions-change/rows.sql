insert into sales values (1, 'eu', '2020-03-03', 5);
