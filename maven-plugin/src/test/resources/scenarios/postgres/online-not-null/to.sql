create table t (id integer primary key, a integer not null, b text);
