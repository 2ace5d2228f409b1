insert into numbers values (1), (2);
