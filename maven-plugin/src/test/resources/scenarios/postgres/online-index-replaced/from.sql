create table t (id integer primary key, a integer, b text);
create index t_i on t (a);
