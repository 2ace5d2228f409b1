create table t (id integer primary key, a integer, b text, c integer default 1);
create index t_c on t (c);
