-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.m ADD COLUMN note text;

CREATE INDEX m_id ON ONLY public.m (id);

CREATE TABLE public.m_2 (
  id integer,
  at date NOT NULL,
  note text
);

CREATE INDEX m_2_at_idx ON public.m_2 (at);

CREATE INDEX m_2_id_idx ON public.m_2 (id);

ALTER TABLE public.m ATTACH PARTITION public.m_2 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

CREATE TABLE public.m_d (
  id integer,
  at date NOT NULL,
  note text
);

CREATE INDEX m_d_at_idx ON public.m_d (at);

CREATE INDEX m_d_id_idx ON public.m_d (id);

ALTER TABLE public.m ATTACH PARTITION public.m_d DEFAULT;

-- part 2 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.m_1_id_idx;

-- hazard full-scan public.m_1: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY m_1_id_idx ON public.m_1 (id);

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER INDEX public.m_id ATTACH PARTITION public.m_1_id_idx;
