create table t (id integer primary key, n integer);
create view big as select id, n from t where n > 10;
create materialized view sums as select sum(n) as total from t;
create function area(w integer, h integer) returns integer language sql immutable as 'select w * h';
create type point2 as (x integer, y integer);
