create table goods (price int, twice int);
