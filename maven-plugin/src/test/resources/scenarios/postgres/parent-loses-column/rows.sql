insert into notes values ('n', 'de', 1);
