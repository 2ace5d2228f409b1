create table t (id integer primary key, a integer, b text);
create table c (x integer) inherits (t);
