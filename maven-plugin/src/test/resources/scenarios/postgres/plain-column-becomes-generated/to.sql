create table goods (price int, twice int generated always as (price * 2) stored);
