-- part 1 of 4: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.m_2_id_idx;

-- hazard full-scan public.m_2: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY m_2_id_idx ON public.m_2 (id);

-- part 2 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.m_2 ADD CONSTRAINT m_2_bound CHECK (at IS NOT NULL AND at >= '2025-01-01' AND at < '2026-01-01') NOT VALID;

-- part 3 of 4: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.m_2: fails when a row lies outside the partition
-- hazard full-scan public.m_2: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.m_2 VALIDATE CONSTRAINT m_2_bound;

-- part 4 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.m ATTACH PARTITION public.m_2 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

ALTER TABLE public.m_2 DROP CONSTRAINT m_2_bound;
