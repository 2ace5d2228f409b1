create type mood as enum (
  'unhappy', -- tidegate:renamed from=sad
  'ok'
);
create table t (id integer primary key, m mood);
