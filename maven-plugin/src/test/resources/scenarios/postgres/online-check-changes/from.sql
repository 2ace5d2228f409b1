create table t (id integer primary key, a integer, b text, constraint k check (a > 0));
