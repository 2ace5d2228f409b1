create table t (id integer primary key, a integer, b text);
create index t_i on t (b, a);
create index t_i_new on t (b);
