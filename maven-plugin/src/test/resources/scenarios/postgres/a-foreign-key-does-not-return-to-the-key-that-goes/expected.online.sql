-- part 1 of 6: changes for which nobody waits long, unless a hazard says so
-- in one transaction

CREATE TABLE public.regions (
  id integer NOT NULL,
  name text,
  CONSTRAINT regions_pkey PRIMARY KEY (id)
);

CREATE OR REPLACE VIEW public.named AS
SELECT id,
    name
   FROM public.customers
  GROUP BY id, name;

-- part 2 of 6: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.customers_id;

-- hazard may-fail-on-data public.customers.customers_id: fails when two rows conflict
-- hazard full-scan public.customers: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY customers_id ON public.customers (id);

-- part 3 of 6: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.orders DROP CONSTRAINT of_customer;

ALTER TABLE public.customers ADD CONSTRAINT customers_id UNIQUE USING INDEX customers_id;

ALTER TABLE public.customers DROP CONSTRAINT customers_old;

ALTER TABLE public.orders ADD CONSTRAINT of_customer FOREIGN KEY (customer) REFERENCES public.customers (id) NOT VALID;

-- part 4 of 6: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.customers_new;

-- hazard may-fail-on-data public.customers.customers_new: fails when two rows conflict
-- hazard full-scan public.customers: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY customers_new ON public.customers (tenant, id);

-- part 5 of 6: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.orders.of_customer: fails when a row refers to none of public.customers
-- hazard full-scan public.orders: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.orders VALIDATE CONSTRAINT of_customer;

-- part 6 of 6: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.customers ADD CONSTRAINT customers_new PRIMARY KEY USING INDEX customers_new;
