ALTER TABLE public.orders DROP CONSTRAINT of_customer;

CREATE TABLE public.regions (
  id integer NOT NULL,
  name text,
  CONSTRAINT regions_pkey PRIMARY KEY (id)
);

-- hazard may-fail-on-data public.customers.customers_id: fails when two rows conflict
-- hazard full-scan public.customers: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.customers: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.orders: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.customers ADD CONSTRAINT customers_id UNIQUE (id);

CREATE OR REPLACE VIEW public.named AS
SELECT id,
    name
   FROM public.customers
  GROUP BY id, name;

ALTER TABLE public.customers DROP CONSTRAINT customers_old;

-- hazard may-fail-on-data public.customers.customers_new: fails when two rows conflict
-- hazard full-scan public.customers: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.customers: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.named: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.customers ADD CONSTRAINT customers_new PRIMARY KEY (tenant, id);

-- hazard may-fail-on-data public.orders.of_customer: fails when a row refers to none of public.customers
-- hazard full-scan public.orders: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.orders: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.orders ADD CONSTRAINT of_customer FOREIGN KEY (customer) REFERENCES public.customers (id);
