-- hazard may-fail-on-data public.t.t_key: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_key UNIQUE (a, b);
