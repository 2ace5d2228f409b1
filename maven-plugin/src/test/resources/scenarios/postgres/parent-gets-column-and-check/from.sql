create table named (name text);
create table notes (id int) inherits (named);
create table letters (weight int) inherits (notes);
