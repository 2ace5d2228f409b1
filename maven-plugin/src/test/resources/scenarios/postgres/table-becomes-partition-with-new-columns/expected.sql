ALTER TABLE public.readings ADD COLUMN unit text DEFAULT 'm'::text;

ALTER TABLE public.readings_old ADD COLUMN unit text DEFAULT 'm'::text;

-- hazard may-fail-on-data public.readings.readings_id_check: fails when a row does not satisfy it
ALTER TABLE public.readings ADD CONSTRAINT readings_id_check CHECK ((id > 0));

-- hazard full-scan public.readings_old: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.readings_old: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.readings: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.readings_old ADD CONSTRAINT readings_id_check CHECK ((id > 0));

-- hazard full-scan public.readings_old: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.readings_old: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX readings_old_id_idx ON public.readings_old (id);

CREATE INDEX readings_unit ON ONLY public.readings (unit);

-- hazard full-scan public.readings_old: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.readings_old: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX readings_old_unit_idx ON public.readings_old (unit);

-- hazard may-fail-on-data public.readings_old: fails when a row lies outside the partition
-- hazard full-scan public.readings_old: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.readings_old: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.readings ATTACH PARTITION public.readings_old FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
