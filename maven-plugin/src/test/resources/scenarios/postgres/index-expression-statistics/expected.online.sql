-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER INDEX public.a ALTER COLUMN 1 SET STATISTICS -1;

ALTER INDEX public.a ALTER COLUMN 2 SET STATISTICS 200;

ALTER INDEX public.b ALTER COLUMN 1 SET STATISTICS 0;

-- part 2 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.c;

-- hazard full-scan public.people: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY c ON public.people (last, upper(first));

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER INDEX public.c ALTER COLUMN 2 SET STATISTICS 50;
