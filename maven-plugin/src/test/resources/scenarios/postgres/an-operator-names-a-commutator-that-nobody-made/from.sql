create function near(integer, bigint) returns boolean language sql immutable return abs($1 - $2) < 3;
create operator <~> (function = near, leftarg = integer, rightarg = bigint, commutator = <~~>);
