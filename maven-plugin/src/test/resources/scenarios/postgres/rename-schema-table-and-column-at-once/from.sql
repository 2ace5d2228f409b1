create schema app;
create type app.mood as enum ('sad', 'ok');
create table app.users (id integer primary key, name text, m app.mood);
create view app.names as select name from app.users;
