-- part 1 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.t_i_new;

-- hazard may-fail-on-data public.t_i: fails when two rows have the same value
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY t_i_new ON public.t (a) INCLUDE (b);

-- part 2 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.o DROP CONSTRAINT o_a_fkey;

DROP INDEX public.t_i;

ALTER INDEX public.t_i_new RENAME TO t_i;

ALTER TABLE public.o ADD CONSTRAINT o_a_fkey FOREIGN KEY (a) REFERENCES public.t (a) NOT VALID;

-- part 3 of 3: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.o.o_a_fkey: fails when a row refers to none of public.t
-- hazard full-scan public.o: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.o VALIDATE CONSTRAINT o_a_fkey;
