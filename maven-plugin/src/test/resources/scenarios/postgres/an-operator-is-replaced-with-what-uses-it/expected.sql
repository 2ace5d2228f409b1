DROP VIEW public.close;

DROP OPERATOR public.<-|-> (integer, integer);

DROP INDEX public.points_close;

ALTER TABLE public.points DROP CONSTRAINT not_far;

ALTER TABLE public.points DROP COLUMN close;

DROP OPERATOR public.<~> (integer, integer);

CREATE OPERATOR public.<~> (
  FUNCTION = public.nearer,
  LEFTARG = integer,
  RIGHTARG = integer,
  COMMUTATOR = OPERATOR(public.<~>)
);

-- hazard table-rewrite public.points: writes the whole table anew
-- hazard blocks-reads public.points: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.points ADD COLUMN close boolean GENERATED ALWAYS AS ((x OPERATOR(public.<~>) y)) STORED;

-- hazard may-fail-on-data public.points.not_far: fails when a row does not satisfy it
-- hazard full-scan public.points: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.points: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.points ADD CONSTRAINT not_far CHECK ((x OPERATOR(public.<~>) 5));

-- hazard full-scan public.points: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.points: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX points_close ON public.points (((x OPERATOR(public.<~>) y)));

CREATE VIEW public.close AS
SELECT x
   FROM public.points
  WHERE (x OPERATOR(public.<~>) y);

COMMENT ON OPERATOR public.<~> (integer, integer) IS 'is near';

COMMENT ON VIEW public.close IS 'who is near';
