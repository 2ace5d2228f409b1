insert into notes values ('running foxes');
