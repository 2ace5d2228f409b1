create table t (
  id integer primary key,
  b text, -- tidegate:renamed from=a
  -- tidegate:renamed from=b
  c text
);
