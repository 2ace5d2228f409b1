create table named (name text, lang text);
create table notes (id int, lang text) inherits (named);
