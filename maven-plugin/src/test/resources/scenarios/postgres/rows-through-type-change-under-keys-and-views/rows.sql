insert into p values (1, 'a'), (2, 'b');
insert into c (id, p) values (1, 1), (2, 2);
