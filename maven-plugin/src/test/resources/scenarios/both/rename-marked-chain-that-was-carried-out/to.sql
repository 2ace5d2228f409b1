create table t (
  id integer primary key,
  b text, -- tidegate:renamed from=a
  c text, -- tidegate:renamed from=b
  d text
);
