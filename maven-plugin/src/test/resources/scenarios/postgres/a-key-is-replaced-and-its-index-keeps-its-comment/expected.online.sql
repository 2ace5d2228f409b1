-- part 1 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ADD CONSTRAINT t_a_is_set CHECK (a IS NOT NULL) NOT VALID;

-- part 2 of 4: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.t_pk_new;

-- hazard may-fail-on-data public.t.t_pk: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY t_pk_new ON public.t (id, a);

-- part 3 of 4: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.t.a: fails when a row is null
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_is_set;

-- part 4 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

COMMENT ON INDEX public.t_pk IS NULL;

ALTER TABLE public.t DROP CONSTRAINT t_pk;

ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

ALTER TABLE public.t DROP CONSTRAINT t_a_is_set;

ALTER TABLE public.t ADD CONSTRAINT t_pk PRIMARY KEY USING INDEX t_pk_new;

COMMENT ON INDEX public.t_pk IS 'quick';
