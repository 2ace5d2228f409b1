create schema old;
create table old.a (id int primary key);
create view old.v as select id from old.a;
create function old.f() returns int language sql as 'select 1';
