-- part 1 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ADD CONSTRAINT t_a_is_set CHECK (a IS NOT NULL) NOT VALID;

ALTER TABLE public.t ADD CONSTRAINT ok CHECK ((a > 0)) NOT VALID;

ALTER TABLE public.t ADD CONSTRAINT t_p FOREIGN KEY (a) REFERENCES public.p (id) NOT VALID;

-- part 2 of 4: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.t_key;

-- hazard may-fail-on-data public.t.t_key: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY t_key ON public.t (b);

-- part 3 of 4: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.t.a: fails when a row is null
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_is_set;

-- hazard may-fail-on-data public.t.ok: fails when a row does not satisfy it
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT ok;

-- hazard may-fail-on-data public.t.t_p: fails when a row refers to none of public.p
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_p;

-- part 4 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

ALTER TABLE public.t DROP CONSTRAINT t_a_is_set;

ALTER TABLE public.t ADD CONSTRAINT t_key UNIQUE USING INDEX t_key;
