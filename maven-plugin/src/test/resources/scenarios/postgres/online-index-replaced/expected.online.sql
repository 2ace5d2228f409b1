-- part 1 of 2: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.t_i_new;

-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY t_i_new ON public.t (a, b) INCLUDE (id) WITH (fillfactor = 80);

-- part 2 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

DROP INDEX public.t_i;

ALTER INDEX public.t_i_new RENAME TO t_i;
