insert into users values (1, 'Ann', null);
insert into orders values (7, 1);
