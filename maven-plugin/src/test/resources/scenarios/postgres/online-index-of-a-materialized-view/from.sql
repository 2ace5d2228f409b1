create table t (id integer, a integer);
create materialized view v as select id, a from t;
