insert into numbers values (1, '5'), (2, '6');
