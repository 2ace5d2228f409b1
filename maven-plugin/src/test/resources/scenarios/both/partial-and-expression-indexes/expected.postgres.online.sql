-- part 1 of 1: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.users_email;

-- hazard may-fail-on-data public.users_email: fails when two rows have the same value
-- hazard full-scan public.users: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY users_email ON public.users (lower(email)) WHERE (email IS NOT NULL);

DROP INDEX CONCURRENTLY IF EXISTS public.users_name;

-- hazard full-scan public.users: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY users_name ON public.users (name DESC);
