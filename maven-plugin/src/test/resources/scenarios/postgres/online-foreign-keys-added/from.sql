create table u (id integer primary key);
create table t (id integer primary key, u_id integer, v_id integer);
