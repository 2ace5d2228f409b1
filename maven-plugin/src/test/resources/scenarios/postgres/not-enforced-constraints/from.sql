create table makers (id int primary key);
create table goods (price int, maker int, constraint positive check (price > 0));
