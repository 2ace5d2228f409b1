insert into readings values (1, '7');
