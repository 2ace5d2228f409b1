-- part 1 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.readings_old ADD CONSTRAINT readings_old_bound CHECK (at IS NOT NULL AND at >= '2020-01-01' AND at < '2021-01-01') NOT VALID;

-- part 2 of 4: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard full-scan public.readings_old: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.readings_old VALIDATE CONSTRAINT readings_old_bound;

-- part 3 of 4: detaches a partition, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever
-- when it stopped halfway: run ALTER TABLE … DETACH PARTITION … FINALIZE by hand, put SELECT 1 in the statement's place, and deploy again

-- hazard not-transactional public.readings_old: a failure leaves it half detached, which DETACH PARTITION … FINALIZE completes
ALTER TABLE public.readings DETACH PARTITION public.readings_old CONCURRENTLY;

-- part 4 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.readings_old DROP CONSTRAINT readings_old_bound;

ALTER TABLE public.readings_old DROP CONSTRAINT readings_old_pkey;

ALTER TABLE public.readings_old DROP CONSTRAINT readings_id_check;

DROP INDEX public.readings_old_unit_idx;

ALTER TABLE public.readings_old DROP COLUMN unit;
