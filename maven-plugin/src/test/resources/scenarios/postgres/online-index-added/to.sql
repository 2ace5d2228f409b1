create table t (id integer primary key, a integer, b text);
create index t_a on t (a);
create unique index t_b on t (b) where a > 0;
