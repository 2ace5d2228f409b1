insert into readings values (1, 'a');
