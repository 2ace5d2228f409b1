-- hazard may-fail-on-data public.t.a: fails when a row is null
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

-- hazard may-fail-on-data public.t.id: fails when a row is null
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;

-- hazard may-fail-on-data public.t.t_pkey: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id, a);
