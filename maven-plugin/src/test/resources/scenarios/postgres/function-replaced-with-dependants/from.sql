create function f(i int) returns int language sql immutable as 'select i + 1';
create table t (id int primary key, a int default f(1), check (f(a) > 0));
create view v as select f(id) as g from t;
create index t_f on t (f(a));
