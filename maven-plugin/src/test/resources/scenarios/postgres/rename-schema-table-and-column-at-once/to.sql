create schema core;
create type core.mood as enum ('sad', 'ok');
create table core.people (id integer primary key, full_name text, m core.mood);
create view core.names as select full_name as name from core.people;
