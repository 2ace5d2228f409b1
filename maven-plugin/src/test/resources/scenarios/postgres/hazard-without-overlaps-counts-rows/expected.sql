-- hazard may-fail-on-data public.t.during: fails when a row is null
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN during SET NOT NULL;

-- hazard may-fail-on-data public.t.room: fails when a row is null
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN room SET NOT NULL;

-- hazard may-fail-on-data public.t.t_key: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_key UNIQUE (room, during WITHOUT OVERLAPS);
