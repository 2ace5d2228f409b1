insert into goods values (100, 200);
