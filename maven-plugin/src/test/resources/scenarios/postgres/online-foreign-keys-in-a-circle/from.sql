create table a (id integer primary key, b_id integer, a_id integer);
create table b (id integer primary key, a_id integer);
