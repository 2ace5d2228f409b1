insert into notes values ('n', 1);
