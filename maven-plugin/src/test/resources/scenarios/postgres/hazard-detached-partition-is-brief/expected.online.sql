-- part 1 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.p_1 ADD CONSTRAINT p_1_bound CHECK (id IS NOT NULL AND id >= '1' AND id < '9') NOT VALID;

-- part 2 of 4: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard full-scan public.p_1: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.p_1 VALIDATE CONSTRAINT p_1_bound;

-- part 3 of 4: detaches a partition, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever
-- when it stopped halfway: run ALTER TABLE … DETACH PARTITION … FINALIZE by hand, put SELECT 1 in the statement's place, and deploy again

-- hazard not-transactional public.p_1: a failure leaves it half detached, which DETACH PARTITION … FINALIZE completes
ALTER TABLE public.p DETACH PARTITION public.p_1 CONCURRENTLY;

-- part 4 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.p_1 DROP CONSTRAINT p_1_bound;
