create table t (id int primary key, a int);
comment on table t is 'it''s new';
comment on column t.id is 'comes';
create view v as select id from t;
comment on view v is 'a view';
create function f(a int) returns int language sql as 'select 1';
comment on function f(int) is 'a function';
comment on constraint t_pkey on t is 'a key';
