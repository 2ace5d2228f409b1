create schema app;
create table app.users (id integer primary key, name text);
create function app.area(w integer) returns integer language sql as 'select w';
