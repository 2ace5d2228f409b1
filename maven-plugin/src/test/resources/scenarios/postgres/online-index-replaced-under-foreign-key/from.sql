create table t (id integer primary key, a integer, b text);
create unique index t_i on t (a);
create table o (a integer references t (a));
