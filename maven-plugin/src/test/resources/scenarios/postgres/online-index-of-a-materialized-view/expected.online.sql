-- part 1 of 1: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.v_id;

-- hazard may-fail-on-data public.v_id: fails when two rows have the same value
-- hazard full-scan public.v: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY v_id ON public.v (id);
