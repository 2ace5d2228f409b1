create table t (id integer primary key, a integer, b text);
create index t_i on t (a);
comment on index t_i is 'lookups';
