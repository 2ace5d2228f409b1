CREATE OR REPLACE FUNCTION public.ok(x integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN (x > 0);

-- hazard may-fail-on-data public.t.a_ok: fails when a row does not satisfy it
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT a_ok CHECK (public.ok(a));
