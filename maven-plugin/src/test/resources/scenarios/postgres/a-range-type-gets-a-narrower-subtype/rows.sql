insert into jobs values (1, '[1,5)', '{[1,2),[3,4)}', '{"[1,2)"}', row('x', '[1,9)'));
