insert into words values ('a10'), ('a9');
