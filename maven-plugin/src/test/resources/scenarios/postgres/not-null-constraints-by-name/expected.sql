-- hazard may-fail-on-data public.goods.name: fails when a row is null
-- hazard full-scan public.goods: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.goods: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.goods ADD CONSTRAINT name_known NOT NULL name NO INHERIT;
