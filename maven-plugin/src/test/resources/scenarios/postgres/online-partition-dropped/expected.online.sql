-- part 1 of 2: detaches a partition, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever
-- when it stopped halfway: run ALTER TABLE … DETACH PARTITION … FINALIZE by hand, put SELECT 1 in the statement's place, and deploy again

-- hazard not-transactional public.m_2: a failure leaves it half detached, which DETACH PARTITION … FINALIZE completes
ALTER TABLE public.m DETACH PARTITION public.m_2 CONCURRENTLY;

-- part 2 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

-- hazard drop-table public.m_2: deletes the table and all its rows
DROP TABLE public.m_2;
