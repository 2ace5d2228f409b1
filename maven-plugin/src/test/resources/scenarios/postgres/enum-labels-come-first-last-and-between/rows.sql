insert into jobs values (1, 'high'), (2, 'low');
