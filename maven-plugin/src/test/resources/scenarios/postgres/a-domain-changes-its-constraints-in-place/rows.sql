insert into people values (1, 7, 'ann', null, 70), (2, 9, 'bob', null, 600);
