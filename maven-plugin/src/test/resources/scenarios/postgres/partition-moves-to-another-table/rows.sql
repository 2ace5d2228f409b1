insert into y2020 values (1, '2020-05-05');
