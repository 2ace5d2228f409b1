create domain year as integer default 2000 constraint year_min check (value > 1800);
create table t (id int primary key, y year);
