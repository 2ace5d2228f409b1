create table t (id int primary key, a int);
comment on table t is 'old';
comment on column t.a is 'goes';
