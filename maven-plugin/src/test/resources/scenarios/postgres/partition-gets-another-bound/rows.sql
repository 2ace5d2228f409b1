insert into readings values (1, '2020-05-05');
