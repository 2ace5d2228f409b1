create table goods (price int constraint price_known not null, name text constraint name_known not null no inherit);
