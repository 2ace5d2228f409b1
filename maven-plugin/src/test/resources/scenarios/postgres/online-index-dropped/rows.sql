insert into t select n, n, 'b' || n from generate_series(1, 5) n;
