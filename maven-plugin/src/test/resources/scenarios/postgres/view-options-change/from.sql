create table people (id int, name text);
create view named with (security_barrier = true) as select id from people where id > 0;
