-- hazard may-fail-on-data public.t.large: fails when a row does not satisfy it
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT large CHECK ((n > 1000));
