insert into u values (1, 'a'), (2, 'b');
insert into o values (1, 1), (2, 2);
