create table t (id integer primary key, n integer, constraint large check (n > 1000));
