create table named (name text);
create table dated (at date);
create table notes (id int, at date) inherits (named);
alter table notes inherit dated;
