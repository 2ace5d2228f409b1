-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

DROP VIEW public.named;

ALTER TABLE public.customers DROP CONSTRAINT customers_id;

-- part 2 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.customers_both;

-- hazard may-fail-on-data public.customers.customers_both: fails when two rows conflict
-- hazard full-scan public.customers: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY customers_both ON public.customers (tenant, id);

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.customers ADD CONSTRAINT customers_both PRIMARY KEY USING INDEX customers_both;

CREATE VIEW public.named AS
SELECT id,
    tenant,
    name
   FROM public.customers
  GROUP BY tenant, id;
