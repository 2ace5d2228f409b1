create table t (id integer, a integer);
create materialized view v as select id, a from t;
create unique index v_id on v (id);
