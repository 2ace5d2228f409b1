create table t (id integer primary key, n integer);
create index t_n on t (n);
