-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

CREATE INDEX m_a ON ONLY public.m (a);

CREATE INDEX m_2_a_idx ON ONLY public.m_2 (a);

ALTER INDEX public.m_a ATTACH PARTITION public.m_2_a_idx;

-- part 2 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.m_1_a_idx;

-- hazard full-scan public.m_1: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY m_1_a_idx ON public.m_1 (a);

DROP INDEX CONCURRENTLY IF EXISTS public.m_2_1_a_idx;

-- hazard full-scan public.m_2_1: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY m_2_1_a_idx ON public.m_2_1 (a);

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER INDEX public.m_a ATTACH PARTITION public.m_1_a_idx;

ALTER INDEX public.m_2_a_idx ATTACH PARTITION public.m_2_1_a_idx;
