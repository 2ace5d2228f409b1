insert into u values (1, 'a', 'x'), (2, 'b', 'y');
insert into o values (1, 1, 3, 'n'), (2, 2, 4, null);
