create table t (id integer primary key, last text, first text);
