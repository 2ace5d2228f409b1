insert into jobs values (1);
