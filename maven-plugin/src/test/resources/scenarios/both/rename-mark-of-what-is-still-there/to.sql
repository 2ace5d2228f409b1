create table t (
  id integer primary key,
  name text,
  full_name text -- tidegate:renamed from=name
);
