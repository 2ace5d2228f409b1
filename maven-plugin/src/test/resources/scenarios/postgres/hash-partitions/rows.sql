insert into buckets select generate_series(1, 9);
