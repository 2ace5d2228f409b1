-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

DROP INDEX public.numbers_hashed;

DROP OPERATOR CLASS public.hashed USING hash;

-- hazard privilege public.hashed.hash: needs a superuser
CREATE OPERATOR CLASS public.hashed FOR TYPE integer USING hash FAMILY public.ordering AS
  FUNCTION 1 (integer, integer) public.hash(integer),
  OPERATOR 1 pg_catalog.= (integer, integer);

COMMENT ON OPERATOR CLASS public.hashed USING hash IS 'spreads';

-- part 2 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.numbers_hashed;

-- hazard full-scan public.numbers: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY numbers_hashed ON public.numbers USING hash (n public.hashed);

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

COMMENT ON INDEX public.numbers_hashed IS 'quick';
