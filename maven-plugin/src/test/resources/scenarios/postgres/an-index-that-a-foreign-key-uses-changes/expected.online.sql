-- part 1 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.accounts_id_new;

-- hazard may-fail-on-data public.accounts_id: fails when two rows have the same value
-- hazard full-scan public.accounts: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY accounts_id_new ON public.accounts (id) INCLUDE (email);

-- part 2 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.logins DROP CONSTRAINT of_account;

DROP INDEX public.accounts_id;

ALTER INDEX public.accounts_id_new RENAME TO accounts_id;

ALTER TABLE public.logins ADD CONSTRAINT of_account FOREIGN KEY (account) REFERENCES public.accounts (id) NOT VALID;

-- part 3 of 3: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.logins.of_account: fails when a row refers to none of public.accounts
-- hazard full-scan public.logins: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.logins VALIDATE CONSTRAINT of_account;
