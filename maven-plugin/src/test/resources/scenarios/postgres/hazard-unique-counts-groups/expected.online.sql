-- part 1 of 2: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.t_key;

-- hazard may-fail-on-data public.t.t_key: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY t_key ON public.t (a, b);

-- part 2 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ADD CONSTRAINT t_key UNIQUE USING INDEX t_key;
