create table t (id integer primary key, n integer);
create index t_by_n on t (n);
