create table t (id integer primary key, a integer, b text);
create index t_a on t (a);
alter table t cluster on t_a;
