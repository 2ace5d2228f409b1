create table t (id integer primary key, a integer, b text, constraint t_a_check check (a > 0));
create table c (x integer) inherits (t);
