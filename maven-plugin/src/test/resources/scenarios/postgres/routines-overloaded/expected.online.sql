-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

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

ALTER TABLE public.texts ADD CONSTRAINT fits CHECK ((public.size(t) < 10)) NOT VALID;

-- part 2 of 2: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.texts.fits: fails when a row does not satisfy it
-- hazard full-scan public.texts: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.texts VALIDATE CONSTRAINT fits;
