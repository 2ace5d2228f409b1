-- part 1 of 2: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.t_u;

-- hazard may-fail-on-data public.t.t_u: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY t_u ON public.t (a) INCLUDE (b) WITH (fillfactor = 70);

-- part 2 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ADD CONSTRAINT t_u UNIQUE USING INDEX t_u DEFERRABLE INITIALLY DEFERRED;
