-- part 1 of 1: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.kept_n;

-- hazard may-fail-on-data public.kept_n: fails when two rows have the same value
-- hazard full-scan public.kept: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY kept_n ON public.kept (n);
