create table t (id integer primary key, a integer, b text);
create unique index t_u on t (a);
