create domain year as integer check (value > 1900);
create table t (id int primary key, y year);
