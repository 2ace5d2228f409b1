-- hazard may-fail-on-data public.t.t_a_check: fails when a row does not satisfy it
-- hazard full-scan public.c: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.c: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((a > 0));
