-- part 1 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ADD CONSTRAINT t_id_is_set CHECK (id IS NOT NULL) NOT VALID;

ALTER TABLE public.t ADD CONSTRAINT t_c CHECK ((id > 0)) NO INHERIT NOT VALID;

-- hazard may-fail-on-data public.t.t_x: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_x EXCLUDE USING gist (during WITH &&);

ALTER TABLE public.t ADD CONSTRAINT t_fk FOREIGN KEY (p_id) REFERENCES public.p (id) ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE NOT VALID;

-- part 2 of 4: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.t_pk;

-- hazard may-fail-on-data public.t.t_pk: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY t_pk ON public.t (id) INCLUDE (code);

DROP INDEX CONCURRENTLY IF EXISTS public.t_u;

-- hazard may-fail-on-data public.t.t_u: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY t_u ON public.t (code);

-- part 3 of 4: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.t.id: fails when a row is null
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_id_is_set;

-- hazard may-fail-on-data public.t.t_c: fails when a row does not satisfy it
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_c;

-- hazard may-fail-on-data public.t.t_fk: fails when a row refers to none of public.p
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_fk;

-- part 4 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;

ALTER TABLE public.t DROP CONSTRAINT t_id_is_set;

ALTER TABLE public.t ADD CONSTRAINT t_pk PRIMARY KEY USING INDEX t_pk;

ALTER TABLE public.t ADD CONSTRAINT t_u UNIQUE USING INDEX t_u DEFERRABLE INITIALLY DEFERRED;
