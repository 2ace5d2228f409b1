insert into readings values (1, '7', 'yes', '2020-01-01 00:00:00+00');
