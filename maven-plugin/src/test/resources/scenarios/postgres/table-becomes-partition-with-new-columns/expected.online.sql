-- part 1 of 6: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.readings ADD COLUMN unit text DEFAULT 'm'::text;

ALTER TABLE public.readings_old ADD COLUMN unit text DEFAULT 'm'::text;

ALTER TABLE public.readings ADD CONSTRAINT readings_id_check CHECK ((id > 0)) NOT VALID;

-- hazard full-scan public.readings_old: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.readings_old: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.readings: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.readings_old ADD CONSTRAINT readings_id_check CHECK ((id > 0));

CREATE INDEX readings_unit ON ONLY public.readings (unit);

-- part 2 of 6: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.readings_old_id_idx;

-- hazard full-scan public.readings_old: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY readings_old_id_idx ON public.readings_old (id);

DROP INDEX CONCURRENTLY IF EXISTS public.readings_old_unit_idx;

-- hazard full-scan public.readings_old: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY readings_old_unit_idx ON public.readings_old (unit);

-- part 3 of 6: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.readings.readings_id_check: fails when a row does not satisfy it
ALTER TABLE public.readings VALIDATE CONSTRAINT readings_id_check;

-- part 4 of 6: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.readings_old ADD CONSTRAINT readings_old_bound CHECK (at IS NOT NULL AND at >= '2020-01-01' AND at < '2021-01-01') NOT VALID;

-- part 5 of 6: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.readings_old: fails when a row lies outside the partition
-- hazard full-scan public.readings_old: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.readings_old VALIDATE CONSTRAINT readings_old_bound;

-- part 6 of 6: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.readings ATTACH PARTITION public.readings_old FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

ALTER TABLE public.readings_old DROP CONSTRAINT readings_old_bound;
