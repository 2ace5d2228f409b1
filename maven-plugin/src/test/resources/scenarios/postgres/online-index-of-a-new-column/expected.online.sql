-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ADD COLUMN c integer DEFAULT 1;

-- part 2 of 2: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.t_c;

-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY t_c ON public.t (c);
