ALTER TABLE public.items ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- hazard full-scan public.items: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.items: readers and writers wait while it holds ACCESS EXCLUSIVE
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.items', 'id'), max(id)) FROM public.items HAVING max(id) >= 1;

-- hazard may-fail-on-data public.items.items_pkey: fails when two rows conflict
-- hazard full-scan public.items: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.items: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.items ADD CONSTRAINT items_pkey PRIMARY KEY (id);
