create table t (
  id integer primary key,
  b text, -- tidegate:renamed from=a
  a text -- tidegate:renamed from=b
);
