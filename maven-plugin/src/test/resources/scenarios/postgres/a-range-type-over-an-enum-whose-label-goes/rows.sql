insert into shirts values (1, '[s,l]', 'm');
