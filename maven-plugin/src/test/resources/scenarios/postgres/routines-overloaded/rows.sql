insert into texts values ('a');
