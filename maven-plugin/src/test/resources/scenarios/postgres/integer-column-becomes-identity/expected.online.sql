-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.items ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- hazard full-scan public.items: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.items: readers and writers wait while it holds ACCESS EXCLUSIVE
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.items', 'id'), max(id)) FROM public.items HAVING max(id) >= 1;

-- part 2 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.items_pkey;

-- hazard may-fail-on-data public.items.items_pkey: fails when two rows conflict
-- hazard full-scan public.items: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY items_pkey ON public.items (id);

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.items ADD CONSTRAINT items_pkey PRIMARY KEY USING INDEX items_pkey;
