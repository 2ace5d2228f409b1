create function f(i int) returns int language sql as 'select i + 2';
create table t (id int primary key, a int default f(1));
