insert into t select n, n, 'b' || n from generate_series(1, 5) n;
insert into c values (9, 9, 'c', 1);
