create table t (id integer primary key, total integer, constraint total check (total > 0));
