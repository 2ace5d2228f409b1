-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.readings_old ADD CONSTRAINT readings_old_bound CHECK (at IS NOT NULL AND at >= '2020-01-01' AND at < '2021-01-01') NOT VALID;

-- part 2 of 3: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.readings_old: fails when a row lies outside the partition
-- hazard full-scan public.readings_old: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.readings_old VALIDATE CONSTRAINT readings_old_bound;

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.readings ATTACH PARTITION public.readings_old FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

ALTER TABLE public.readings_old DROP CONSTRAINT readings_old_bound;
