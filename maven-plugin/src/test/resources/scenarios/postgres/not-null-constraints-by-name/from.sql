create table goods (price int constraint price_given not null, name text);
