-- part 1 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.lines_pkey_new;

-- hazard may-fail-on-data public.lines.lines_pkey: fails when two rows conflict
-- hazard full-scan public.lines: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY lines_pkey_new ON public.lines (doc, pos);

DROP INDEX CONCURRENTLY IF EXISTS public.one;

-- hazard may-fail-on-data public.lines.one: fails when two rows conflict
-- hazard full-scan public.lines: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY one ON public.lines (doc);

-- part 2 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.notes DROP CONSTRAINT notes_doc_fkey;

ALTER TABLE public.lines DROP CONSTRAINT lines_pkey;

ALTER TABLE public.lines ADD CONSTRAINT lines_pkey PRIMARY KEY USING INDEX lines_pkey_new;

ALTER TABLE public.lines ADD CONSTRAINT one UNIQUE USING INDEX one;

ALTER TABLE public.notes ADD CONSTRAINT notes_doc_fkey FOREIGN KEY (doc) REFERENCES public.lines (doc) NOT VALID;

-- part 3 of 3: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.notes.notes_doc_fkey: fails when a row refers to none of public.lines
-- hazard full-scan public.notes: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.notes VALIDATE CONSTRAINT notes_doc_fkey;
