insert into goods values (1, 5);
