create table t (id integer primary key, a integer, b text, constraint t_u unique (a));
