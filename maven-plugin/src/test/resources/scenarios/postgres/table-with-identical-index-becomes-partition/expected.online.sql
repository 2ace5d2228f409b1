-- part 1 of 5: changes for which nobody waits long, unless a hazard says so
-- in one transaction

DROP INDEX public.readings_old_own;

-- part 2 of 5: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.readings_old_id_idx;

-- hazard full-scan public.readings_old: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY readings_old_id_idx ON public.readings_old (id);

-- part 3 of 5: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.readings_old ADD CONSTRAINT readings_old_bound CHECK (at IS NOT NULL AND at >= '2020-01-01' AND at < '2021-01-01') NOT VALID;

-- part 4 of 5: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.readings_old: fails when a row lies outside the partition
-- hazard full-scan public.readings_old: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.readings_old VALIDATE CONSTRAINT readings_old_bound;

-- part 5 of 5: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.readings ATTACH PARTITION public.readings_old FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

ALTER TABLE public.readings_old DROP CONSTRAINT readings_old_bound;

-- hazard full-scan public.readings_old: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.readings_old: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX readings_old_own ON public.readings_old (id);
