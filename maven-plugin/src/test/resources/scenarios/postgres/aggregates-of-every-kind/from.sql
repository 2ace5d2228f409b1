create function add(integer, integer) returns integer language sql immutable return $1 + $2;
create function subtract(integer, integer) returns integer language sql immutable return $1 - $2;
create aggregate total(integer) (sfunc = add, stype = integer);
create aggregate goes(integer) (sfunc = add, stype = integer);
create aggregate changed(integer) (sfunc = add, stype = integer, initcond = '0');
create view totals as select changed(x) as t from (values (1)) v (x);
comment on aggregate total(integer) is 'sum';
comment on aggregate changed(integer) is 'sum too';
