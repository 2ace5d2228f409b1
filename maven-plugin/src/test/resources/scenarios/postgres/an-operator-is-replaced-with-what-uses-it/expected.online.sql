-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

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

ALTER TABLE public.points ADD CONSTRAINT not_far CHECK ((x OPERATOR(public.<~>) 5)) NOT VALID;

CREATE VIEW public.close AS
SELECT x
   FROM public.points
  WHERE (x OPERATOR(public.<~>) y);

COMMENT ON OPERATOR public.<~> (integer, integer) IS 'is near';

COMMENT ON VIEW public.close IS 'who is near';

-- part 2 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.points_close;

-- hazard full-scan public.points: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY points_close ON public.points (((x OPERATOR(public.<~>) y)));

-- part 3 of 3: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.points.not_far: fails when a row does not satisfy it
-- hazard full-scan public.points: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.points VALIDATE CONSTRAINT not_far;
