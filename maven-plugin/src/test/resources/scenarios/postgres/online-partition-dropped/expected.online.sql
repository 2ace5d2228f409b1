-- part 1 of 2: work in small steps, while rows are read and written
-- not in a transaction, each statement by itself; each step commits by itself, so that no lock is held for long

-- hazard not-transactional public.m_2: a failure leaves it half detached, which DETACH PARTITION … FINALIZE completes
ALTER TABLE public.m DETACH PARTITION public.m_2 CONCURRENTLY;

-- part 2 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

-- hazard drop-table public.m_2: deletes the table and all its rows
DROP TABLE public.m_2;
