create table goods (price int, net int generated always as (price - 1) virtual);
