create type pair as (a integer, b integer);
create function pair_less(pair, pair) returns boolean language sql immutable return ($1).a < ($2).a;
create function pair_more(pair, pair) returns boolean language sql immutable return ($1).a > ($2).a;
create function pair_not_less(pair, pair) returns boolean language sql immutable return ($1).a >= ($2).a;
create function pair_same(pair, pair) returns boolean language sql immutable return ($1).a = ($2).a;
create function pair_minus(pair) returns pair language sql immutable return row(-($1).a, -($1).b)::pair;
create operator <<< (function = pair_less, leftarg = pair, rightarg = pair, commutator = >>>,
  negator = !<<<, restrict = scalarltsel, join = scalarltjoinsel);
create operator >>> (function = pair_more, leftarg = pair, rightarg = pair, commutator = <<<);
create operator !<<< (function = pair_not_less, leftarg = pair, rightarg = pair, negator = <<<);
create operator === (function = pair_same, leftarg = pair, rightarg = pair, commutator = ===,
  restrict = eqsel, join = eqjoinsel, hashes, merges);
create operator ~~~ (function = pair_minus, rightarg = pair);
comment on operator <<< (pair, pair) is 'by the first';
comment on operator ~~~ (none, pair) is 'turns both';
