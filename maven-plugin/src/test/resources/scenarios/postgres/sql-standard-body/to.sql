create table t (id int primary key, x int);
create function f() returns bigint language sql begin atomic select sum(x) from t; end;
