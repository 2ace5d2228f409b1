create table t (id integer primary key, amount bigint, note text);
