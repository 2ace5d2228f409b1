insert into accounts values (1, 'x'), (2, 'y');
insert into logins values (1), (2), (null);
