-- part 1 of 2: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.users_i_new;

-- hazard may-fail-on-data public.users_i: fails when two rows have the same value
-- hazard full-scan public.users: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY users_i_new ON public.users (name, email);

-- part 2 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

DROP INDEX public.users_i;

ALTER INDEX public.users_i_new RENAME TO users_i;
