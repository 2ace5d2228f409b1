-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

DROP INDEX public.jobs_due;

CREATE INDEX jobs_due ON ONLY public.jobs (due DESC) WHERE (due IS NOT NULL);

-- part 2 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.jobs_a_due_idx;

-- hazard full-scan public.jobs_a: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY jobs_a_due_idx ON public.jobs_a (due DESC) WHERE (due IS NOT NULL);

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER INDEX public.jobs_due ATTACH PARTITION public.jobs_a_due_idx;
