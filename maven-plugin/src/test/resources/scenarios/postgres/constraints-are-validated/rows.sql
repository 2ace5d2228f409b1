insert into goods values (1, null);
