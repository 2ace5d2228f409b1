create table u (id integer primary key);
create table t (id integer primary key, a integer, b text);
