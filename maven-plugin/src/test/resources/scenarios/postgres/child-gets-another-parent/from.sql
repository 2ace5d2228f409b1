create table named (name text);
create table dated (at date);
create table notes (id int) inherits (named);
