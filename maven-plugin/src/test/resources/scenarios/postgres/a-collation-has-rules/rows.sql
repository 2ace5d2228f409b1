insert into words values ('a'), ('e');
