insert into things values (1, 'AB', '{A,B}', 'ABC', row('A', 'B'));
