ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN key uuid DEFAULT gen_random_uuid() NOT NULL;

-- hazard may-fail-on-data public.t.t_pkey: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (key);
