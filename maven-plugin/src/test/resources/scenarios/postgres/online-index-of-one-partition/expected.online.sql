-- part 1 of 1: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.m_1_a;

-- hazard full-scan public.m_1: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY m_1_a ON public.m_1 (a);
