create table t (id integer primary key, amount integer, note text);
