create table t (id integer primary key, total numeric not null default 0, note text);
