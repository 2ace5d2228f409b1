insert into slots values (1);
