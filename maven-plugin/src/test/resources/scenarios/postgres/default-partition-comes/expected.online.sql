-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

CREATE INDEX readings_id_idx ON ONLY public.readings (id);

CREATE TABLE public.readings_rest (
  id integer,
  kind text
);

CREATE INDEX readings_rest_id_idx ON public.readings_rest (id);

ALTER TABLE public.readings ATTACH PARTITION public.readings_rest DEFAULT;

-- part 2 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.readings_a_id_idx;

-- hazard full-scan public.readings_a: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY readings_a_id_idx ON public.readings_a (id);

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER INDEX public.readings_id_idx ATTACH PARTITION public.readings_a_id_idx;
