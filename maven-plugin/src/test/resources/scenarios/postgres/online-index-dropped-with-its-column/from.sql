create table t (id integer primary key, a integer, b text);
create index t_a on t (a, b);
