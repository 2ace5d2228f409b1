insert into cache values (1, 'x');
