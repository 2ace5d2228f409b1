create function near(integer, integer) returns boolean language sql immutable return abs($1 - $2) < 3;
create function nearer(integer, integer) returns boolean language sql immutable return abs($1 - $2) < 2;
create operator <~> (function = nearer, leftarg = integer, rightarg = integer, commutator = <~>);
create table points (x integer, y integer, close boolean generated always as (x <~> y) stored,
  constraint not_far check (x <~> 5));
create index points_close on points ((x <~> y));
create view close as select x from points where x <~> y;
comment on view close is 'who is near';
comment on operator <~> (integer, integer) is 'is near';
