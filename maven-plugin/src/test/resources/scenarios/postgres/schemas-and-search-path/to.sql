create schema b;
create table b.t (id int primary key);
create table public.t (id int primary key, a_id int);
