insert into jobs values (1, 'a');
