create table t (id integer primary key, n integer);
create view large as select id, n from t where n > 10;
create materialized view totals as select sum(n) as total from t;
create function surface(w integer, h integer) returns integer language sql immutable as 'select w * h';
create type coordinates as (x integer, y integer);
