-- hazard breaks-readers public.size(integer): whoever still uses it fails
DROP FUNCTION public.size(integer);

ALTER TABLE public.texts DROP CONSTRAINT fits;

DROP FUNCTION public.size(text);

CREATE OR REPLACE FUNCTION public.size(n numeric)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select n::int$function$;

CREATE OR REPLACE FUNCTION public.size(t text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$select length(t)::bigint$function$;

-- hazard may-fail-on-data public.texts.fits: fails when a row does not satisfy it
-- hazard full-scan public.texts: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.texts: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.texts ADD CONSTRAINT fits CHECK ((public.size(t) < 10));
