create table named (name text);
create table notes (id int, lang text) inherits (named);
