insert into users values ('A@b');
