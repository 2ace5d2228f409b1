create table t (id integer primary key, amount numeric, note text);
