create function near(integer, integer) returns boolean language sql immutable return abs($1 - $2) < 3;
create operator <~> (function = near, leftarg = integer, rightarg = integer, join = neqjoinsel);
create operator <~~> (function = near, leftarg = integer, rightarg = integer, restrict = eqsel);
create view close as select a from (values (1)) v (a) where a <~> 2 and a <~~> 2;
