-- part 1 of 1: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.t_brin;

-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY t_brin ON public.t USING brin (a) WITH (pages_per_range = 16);

DROP INDEX CONCURRENTLY IF EXISTS public.t_btree;

-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY t_btree ON public.t (a DESC NULLS LAST, b COLLATE pg_catalog."C" text_pattern_ops) INCLUDE (id) WITH (fillfactor = 70);

DROP INDEX CONCURRENTLY IF EXISTS public.t_expr;

-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY t_expr ON public.t (((a + id)), lower(b));

DROP INDEX CONCURRENTLY IF EXISTS public.t_fts;

-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY t_fts ON public.t USING gin (f) WHERE (a > 3);

DROP INDEX CONCURRENTLY IF EXISTS public.t_gin;

-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY t_gin ON public.t USING gin (c jsonb_path_ops);

DROP INDEX CONCURRENTLY IF EXISTS public.t_gin2;

-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY t_gin2 ON public.t USING gin (d);

DROP INDEX CONCURRENTLY IF EXISTS public.t_gist;

-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY t_gist ON public.t USING gist (e);

DROP INDEX CONCURRENTLY IF EXISTS public.t_hash;

-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY t_hash ON public.t USING hash (b);
