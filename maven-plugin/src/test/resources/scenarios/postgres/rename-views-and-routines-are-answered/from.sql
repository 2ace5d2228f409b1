create table t (id integer primary key, n integer);
create view big as select id, n from t where n > 10;
create materialized view sums as select sum(n) as total from t;
create index sums_total on sums (total);
create function area(w integer, h integer) returns integer language sql immutable as 'select w * h';
create procedure fill() language sql as 'insert into t values (1, 1)';
create view bigger as select id from big;
