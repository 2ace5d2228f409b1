create table named (name text not null default 'x', lang char(2), constraint short check (length(name) < 9));
create table notes (id int) inherits (named);
create table letters (weight int) inherits (notes);
alter table letters alter column name set default 'y';
