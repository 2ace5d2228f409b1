create table t (
  id integer primary key,
  full_name text
);

-- tidegate:renamed from=name
