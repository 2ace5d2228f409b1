COMMENT ON INDEX public.t_pk IS NULL;

ALTER TABLE public.t DROP CONSTRAINT t_pk;

-- hazard may-fail-on-data public.t.a: fails when a row is null
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

-- hazard may-fail-on-data public.t.t_pk: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_pk PRIMARY KEY (id, a);

COMMENT ON INDEX public.t_pk IS 'quick';
