-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.readings ADD COLUMN unit text DEFAULT 'm'::text;

ALTER TABLE public.readings_old ADD COLUMN unit text DEFAULT 'm'::text;

ALTER TABLE public.readings ADD CONSTRAINT readings_id_check CHECK ((id > 0)) NOT VALID;

-- hazard full-scan public.readings_old: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.readings_old: readers and writers wait while it holds ACCESS EXCLUSIVE
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

-- part 2 of 2: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.readings.readings_id_check: fails when a row does not satisfy it
ALTER TABLE public.readings VALIDATE CONSTRAINT readings_id_check;
