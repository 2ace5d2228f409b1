ALTER TABLE public.t DROP CONSTRAINT k;

-- hazard may-fail-on-data public.t.k: fails when a row does not satisfy it
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT k CHECK ((a >= 0));

COMMENT ON CONSTRAINT k ON public.t IS 'not negative';
