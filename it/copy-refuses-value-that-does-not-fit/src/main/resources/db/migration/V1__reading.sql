create table reading (id integer primary key, value integer);
