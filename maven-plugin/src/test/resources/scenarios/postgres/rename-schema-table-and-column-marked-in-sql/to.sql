-- tidegate:renamed from=app
create schema core;
-- tidegate:renamed from=users
create table core.people (
  id integer primary key,
  full_name text -- tidegate:renamed from=name
);
-- tidegate:renamed from=area
create function core.surface(w integer) returns integer language sql as 'select w';
