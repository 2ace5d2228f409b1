-- part 1 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.u_code;

-- hazard may-fail-on-data public.u.u_code: fails when two rows conflict
-- hazard full-scan public.u: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY u_code ON public.u (code);

-- part 2 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.u ADD CONSTRAINT u_code UNIQUE USING INDEX u_code;

ALTER TABLE public.t ADD CONSTRAINT t_code FOREIGN KEY (code) REFERENCES public.u (code) NOT VALID;

-- part 3 of 3: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.t.t_code: fails when a row refers to none of public.u
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_code;
