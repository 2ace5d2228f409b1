CREATE OR REPLACE FUNCTION public.pair_less(public.pair, public.pair)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN (($1).a < ($2).a);

CREATE OR REPLACE FUNCTION public.pair_minus(public.pair)
 RETURNS public.pair
 LANGUAGE sql
 IMMUTABLE
RETURN ROW((- ($1).a), (- ($1).b))::public.pair;

CREATE OR REPLACE FUNCTION public.pair_more(public.pair, public.pair)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN (($1).a > ($2).a);

CREATE OR REPLACE FUNCTION public.pair_not_less(public.pair, public.pair)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN (($1).a >= ($2).a);

CREATE OR REPLACE FUNCTION public.pair_same(public.pair, public.pair)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN (($1).a = ($2).a);

CREATE OPERATOR public.!<<< (
  FUNCTION = public.pair_not_less,
  LEFTARG = public.pair,
  RIGHTARG = public.pair,
  NEGATOR = OPERATOR(public.<<<)
);

CREATE OPERATOR public.<<< (
  FUNCTION = public.pair_less,
  LEFTARG = public.pair,
  RIGHTARG = public.pair,
  COMMUTATOR = OPERATOR(public.>>>),
  NEGATOR = OPERATOR(public.!<<<),
  RESTRICT = scalarltsel,
  JOIN = scalarltjoinsel
);

CREATE OPERATOR public.=== (
  FUNCTION = public.pair_same,
  LEFTARG = public.pair,
  RIGHTARG = public.pair,
  COMMUTATOR = OPERATOR(public.===),
  RESTRICT = eqsel,
  JOIN = eqjoinsel,
  HASHES,
  MERGES
);

CREATE OPERATOR public.>>> (
  FUNCTION = public.pair_more,
  LEFTARG = public.pair,
  RIGHTARG = public.pair,
  COMMUTATOR = OPERATOR(public.<<<)
);

CREATE OPERATOR public.~~~ (
  FUNCTION = public.pair_minus,
  RIGHTARG = public.pair
);

COMMENT ON OPERATOR public.<<< (public.pair, public.pair) IS 'by the first';

COMMENT ON OPERATOR public.~~~ (NONE, public.pair) IS 'turns both';
