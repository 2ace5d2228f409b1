CREATE OR REPLACE FUNCTION public.close(bigint, integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN (abs(($1 - $2)) < 3);

CREATE OPERATOR public.<~~> (
  FUNCTION = public.close,
  LEFTARG = bigint,
  RIGHTARG = integer,
  COMMUTATOR = OPERATOR(public.<~>)
);
