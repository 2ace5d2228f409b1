insert into notes values ('the quick brown fox');
