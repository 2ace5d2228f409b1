insert into readings_old values (1, '2020-05-05');
