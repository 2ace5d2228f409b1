insert into words values ('cote', 'b', 'c'), ('côté', 'a', 'd');
