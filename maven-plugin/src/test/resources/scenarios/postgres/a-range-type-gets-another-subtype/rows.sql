insert into jobs values (1, '[1,5)'), (2, 'empty'), (3, '(,7)');
