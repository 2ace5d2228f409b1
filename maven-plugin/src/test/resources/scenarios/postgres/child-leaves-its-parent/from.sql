create table named (name text check (name <> ''));
create table notes (id int) inherits (named);
