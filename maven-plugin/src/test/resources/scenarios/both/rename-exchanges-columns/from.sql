create table t (id integer primary key, first text, last text);
