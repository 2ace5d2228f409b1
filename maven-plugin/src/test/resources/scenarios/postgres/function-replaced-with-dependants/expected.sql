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

-- hazard may-fail-on-data public.t.t_a_check: fails when a row does not satisfy it
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a) > 0));

-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX t_f ON public.t (public.f(a));

CREATE VIEW public.v AS
SELECT public.f(id) AS g
   FROM public.t;
