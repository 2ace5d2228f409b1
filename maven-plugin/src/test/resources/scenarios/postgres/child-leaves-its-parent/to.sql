create table named (name text check (name <> ''));
create table notes (name text, id int);
