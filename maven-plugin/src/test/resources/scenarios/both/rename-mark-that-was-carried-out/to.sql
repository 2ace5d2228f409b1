-- tidegate:renamed from=users
create table people (
  id integer primary key,
  full_name text not null, -- tidegate:renamed from=name
  email text
);
