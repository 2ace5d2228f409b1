insert into users values (1, 'Ann', 'a@x'), (2, 'Bob', null);
insert into orders values (7, 1), (8, null);
