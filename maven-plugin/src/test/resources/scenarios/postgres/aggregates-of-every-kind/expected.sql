DROP VIEW public.totals;

DROP AGGREGATE public.changed(integer);

DROP AGGREGATE public.goes(integer);

CREATE OR REPLACE FUNCTION public.as_text(integer)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN ($1)::text;

CREATE OR REPLACE FUNCTION public.joined_step(text, text, VARIADIC integer[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 || $2);

CREATE AGGREGATE public.changed(integer) (SFUNC = public.add, STYPE = integer, FINALFUNC = public.as_text, INITCOND = '0');

CREATE AGGREGATE public.every_one(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');

CREATE AGGREGATE public.greatest_of(integer) (SFUNC = int4larger, STYPE = integer, SORTOP = OPERATOR(pg_catalog.>));

CREATE AGGREGATE public.joined(text, VARIADIC integer[]) (SFUNC = public.joined_step, STYPE = text);

CREATE AGGREGATE public.middle(double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);

CREATE AGGREGATE public.place(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);

CREATE OR REPLACE AGGREGATE public.total(integer) (SFUNC = public.add, STYPE = integer, SSPACE = 64, COMBINEFUNC = public.add, INITCOND = '0', MSFUNC = public.add, MINVFUNC = public.subtract, MSTYPE = integer, MSSPACE = 32, MINITCOND = '0', PARALLEL = SAFE);

CREATE VIEW public.totals AS
SELECT public.changed(x) AS t
   FROM ( VALUES (1)) v(x);

COMMENT ON AGGREGATE public.changed(integer) IS 'sum too';

COMMENT ON AGGREGATE public.every_one(*) IS 'counts';

COMMENT ON AGGREGATE public.middle(double precision, anyelement) IS 'median';

COMMENT ON AGGREGATE public.place("any") IS 'rank';
