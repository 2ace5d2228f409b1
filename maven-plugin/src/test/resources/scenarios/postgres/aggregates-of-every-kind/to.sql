create function add(integer, integer) returns integer language sql immutable return $1 + $2;
create function subtract(integer, integer) returns integer language sql immutable return $1 - $2;
create function as_text(integer) returns text language sql immutable return $1::text;
create aggregate total(integer) (sfunc = add, stype = integer, sspace = 64, initcond = '0', combinefunc = add,
  msfunc = add, minvfunc = subtract, mstype = integer, msspace = 32, minitcond = '0', parallel = safe);
create aggregate changed(integer) (sfunc = add, stype = integer, initcond = '0', finalfunc = as_text);
create view totals as select changed(x) as t from (values (1)) v (x);
create aggregate greatest_of(integer) (sfunc = int4larger, stype = integer, sortop = >);
create aggregate every_one(*) (sfunc = int8inc, stype = bigint, initcond = '0');
create aggregate middle(double precision order by anyelement) (sfunc = ordered_set_transition, stype = internal,
  finalfunc = percentile_disc_final, finalfunc_extra);
create aggregate place(variadic "any" order by variadic "any") (sfunc = ordered_set_transition_multi, stype = internal,
  finalfunc = rank_final, finalfunc_extra, hypothetical);
create function joined_step(text, text, variadic integer[]) returns text language sql immutable return $1 || $2;
create aggregate joined(text, variadic integer[]) (sfunc = joined_step, stype = text);
comment on aggregate total(integer) is 'sum';
comment on aggregate changed(integer) is 'sum too';
comment on aggregate every_one(*) is 'counts';
comment on aggregate middle(double precision order by anyelement) is 'median';
comment on aggregate place(variadic "any" order by variadic "any") is 'rank';
