create table t (id integer primary key, a bigint default 7 not null, b text);
