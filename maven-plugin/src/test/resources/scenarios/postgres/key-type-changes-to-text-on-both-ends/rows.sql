insert into parents values (1); insert into children values (2, 1);
