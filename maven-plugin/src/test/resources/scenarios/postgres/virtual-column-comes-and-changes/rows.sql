insert into goods values (100);
