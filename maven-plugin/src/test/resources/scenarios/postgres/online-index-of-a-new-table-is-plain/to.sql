create table t (id integer primary key, a integer, b text);
create table u (id integer, a integer unique, t_id integer references t);
create index u_a on u (id);
