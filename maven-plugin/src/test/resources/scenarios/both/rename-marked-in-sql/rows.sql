insert into users values (1, 'Ann', 'a@x');
