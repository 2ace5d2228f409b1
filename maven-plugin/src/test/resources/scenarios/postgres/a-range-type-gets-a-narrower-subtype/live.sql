insert into jobs values (1, '[1,5000000000)', '{[1,2)}', null, null), (2, null, null, '{"[1,2)"}', row('x', '[1,9)'));
