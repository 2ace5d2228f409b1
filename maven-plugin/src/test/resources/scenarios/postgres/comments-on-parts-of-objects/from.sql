create type pair as (a integer, b integer);
create table t (id integer constraint t_pk primary key, a integer, b text, exclude using btree (a with =));
create view v as select id, a from t;
create materialized view m as select id, b from t;
create domain d as integer constraint positive check (value > 0);
comment on column pair.a is 'first';
comment on column v.a is 'shown';
comment on index t_pk is 'the key''s index';
