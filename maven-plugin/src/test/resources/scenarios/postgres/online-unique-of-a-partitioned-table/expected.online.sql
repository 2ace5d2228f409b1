-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

-- hazard may-fail-on-data public.m.m_u: fails when two rows conflict
ALTER TABLE ONLY public.m ADD CONSTRAINT m_u UNIQUE (at, id);

-- hazard may-fail-on-data public.m_2.m_2_at_id_key: fails when two rows conflict
ALTER TABLE ONLY public.m_2 ADD CONSTRAINT m_2_at_id_key UNIQUE (at, id);

ALTER INDEX public.m_u ATTACH PARTITION public.m_2_at_id_key;

-- part 2 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.m_1_at_id_key;

-- hazard may-fail-on-data public.m_1.m_1_at_id_key: fails when two rows conflict
-- hazard full-scan public.m_1: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY m_1_at_id_key ON public.m_1 (at, id);

DROP INDEX CONCURRENTLY IF EXISTS public.m_2_1_at_id_key;

-- hazard may-fail-on-data public.m_2_1.m_2_1_at_id_key: fails when two rows conflict
-- hazard full-scan public.m_2_1: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY m_2_1_at_id_key ON public.m_2_1 (at, id);

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.m_1 ADD CONSTRAINT m_1_at_id_key UNIQUE USING INDEX m_1_at_id_key;

ALTER INDEX public.m_u ATTACH PARTITION public.m_1_at_id_key;

ALTER TABLE public.m_2_1 ADD CONSTRAINT m_2_1_at_id_key UNIQUE USING INDEX m_2_1_at_id_key;

ALTER INDEX public.m_2_at_id_key ATTACH PARTITION public.m_2_1_at_id_key;
