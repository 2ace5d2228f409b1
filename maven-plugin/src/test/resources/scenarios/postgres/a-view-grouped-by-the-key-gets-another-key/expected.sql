DROP VIEW public.named;

ALTER TABLE public.customers DROP CONSTRAINT customers_id;

-- hazard may-fail-on-data public.customers.customers_both: fails when two rows conflict
-- hazard full-scan public.customers: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.customers: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.customers ADD CONSTRAINT customers_both PRIMARY KEY (tenant, id);

CREATE VIEW public.named AS
SELECT id,
    tenant,
    name
   FROM public.customers
  GROUP BY tenant, id;
