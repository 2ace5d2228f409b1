create domain amount as int check (value >= 0);
create domain price as amount check (value < 1000);
create table goods (id int, price price default 1);
