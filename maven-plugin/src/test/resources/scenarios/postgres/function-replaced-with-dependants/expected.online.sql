-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

DROP VIEW public.v;

DROP INDEX public.t_f;

ALTER TABLE public.t DROP CONSTRAINT t_a_check;

ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

DROP FUNCTION public.f(integer);

CREATE OR REPLACE FUNCTION public.f(i integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$select i + 1$function$;

ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.f(1);

ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a) > 0)) NOT VALID;

CREATE VIEW public.v AS
SELECT public.f(id) AS g
   FROM public.t;

-- part 2 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.t_f;

-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY t_f ON public.t (public.f(a));

-- part 3 of 3: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.t.t_a_check: fails when a row does not satisfy it
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_check;
