insert into points values (5, 4), (4, 8);
