-- part 1 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.users ADD CONSTRAINT users_name_check CHECK ((length(name) > 0)) NOT VALID;

-- part 2 of 4: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.users_email_key;

-- hazard may-fail-on-data public.users.users_email_key: fails when two rows conflict
-- hazard full-scan public.users: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON public.users (email);

-- part 3 of 4: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.users.users_name_check: fails when a row does not satisfy it
-- hazard full-scan public.users: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.users VALIDATE CONSTRAINT users_name_check;

-- part 4 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;
