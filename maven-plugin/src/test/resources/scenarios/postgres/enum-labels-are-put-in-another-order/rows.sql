insert into jobs values (1, 'high', '{low,none}'), (2, 'low', null);
