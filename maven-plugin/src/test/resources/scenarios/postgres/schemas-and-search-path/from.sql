create schema a;
create table a.t (id int primary key);
create table public.t (id int primary key);
