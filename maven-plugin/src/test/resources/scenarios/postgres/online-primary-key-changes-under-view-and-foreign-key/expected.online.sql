-- part 1 of 5: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ADD CONSTRAINT t_a_is_set CHECK (a IS NOT NULL) NOT VALID;

-- part 2 of 5: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.t_pk_new;

-- hazard may-fail-on-data public.t.t_pk: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY t_pk_new ON public.t (id, a);

-- part 3 of 5: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.t.a: fails when a row is null
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_is_set;

-- part 4 of 5: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.o DROP CONSTRAINT o_t;

ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

ALTER TABLE public.t DROP CONSTRAINT t_a_is_set;

CREATE OR REPLACE VIEW public.v AS
SELECT t.id,
    t.a,
    count(*) AS n
   FROM (public.t
     JOIN public.o ON ((o.t_id = t.id)))
  GROUP BY t.id, t.a;

ALTER TABLE public.t DROP CONSTRAINT t_pk;

ALTER TABLE public.t ADD CONSTRAINT t_pk PRIMARY KEY USING INDEX t_pk_new;

ALTER TABLE public.o ADD CONSTRAINT o_t FOREIGN KEY (t_id, t_a) REFERENCES public.t (id, a) NOT VALID;

-- part 5 of 5: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.o.o_t: fails when a row refers to none of public.t
-- hazard full-scan public.o: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.o VALIDATE CONSTRAINT o_t;
