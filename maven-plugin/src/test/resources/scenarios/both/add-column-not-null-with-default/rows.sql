insert into users values (1, 'Ann', 'a@x'), (2, 'Bob', null);
