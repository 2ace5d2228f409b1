insert into numbers values (1, '5');
