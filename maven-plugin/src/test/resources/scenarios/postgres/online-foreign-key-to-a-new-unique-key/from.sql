create table u (id integer primary key, code text);
create table t (code text);
