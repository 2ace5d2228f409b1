create table goods (price int, net int generated always as (price - 2) virtual, gross int generated always as (price * 2) virtual);
