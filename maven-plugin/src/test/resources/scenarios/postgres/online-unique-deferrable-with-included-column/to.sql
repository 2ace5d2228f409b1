create table t (id integer primary key, a integer, b text, constraint t_u unique (a) include (b) with (fillfactor = 70) deferrable initially deferred);
