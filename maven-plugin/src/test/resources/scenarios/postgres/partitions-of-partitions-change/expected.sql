DROP INDEX public.sales_at;

ALTER TABLE public.sales DETACH PARTITION public.sales_eu;

-- hazard breaks-readers public.sales.amount: changes its type from integer to bigint
-- hazard may-fail-on-data public.sales.amount: fails when a row is null
ALTER TABLE public.sales ALTER COLUMN amount TYPE bigint;

ALTER TABLE public.sales ALTER COLUMN amount SET NOT NULL;

-- hazard table-rewrite public.sales_eu_1: writes the whole table anew
-- hazard blocks-reads public.sales_eu_1: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.sales: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
-- hazard blocks-reads public.sales_eu: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.sales_eu ALTER COLUMN amount TYPE bigint;

-- hazard full-scan public.sales_eu_1: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.sales_eu_1: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.sales_eu ALTER COLUMN amount SET NOT NULL;

ALTER TABLE ONLY public.sales ALTER COLUMN amount SET DEFAULT 0;

ALTER TABLE ONLY public.sales_eu ALTER COLUMN amount SET DEFAULT 0;

ALTER TABLE public.sales_eu_1 ALTER COLUMN amount SET DEFAULT 0;

CREATE INDEX sales_at ON ONLY public.sales (at, amount);

CREATE INDEX sales_eu_at_amount_idx ON ONLY public.sales_eu (at, amount);

-- hazard full-scan public.sales_eu_1: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.sales_eu_1: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX sales_eu_1_at_amount_idx ON public.sales_eu_1 (at, amount);

ALTER INDEX public.sales_eu_at_amount_idx ATTACH PARTITION public.sales_eu_1_at_amount_idx;

-- hazard may-fail-on-data public.sales_eu: fails when a row lies outside the partition
-- hazard full-scan public.sales_eu_1: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.sales_eu_1: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.sales ATTACH PARTITION public.sales_eu FOR VALUES IN ('eu', 'uk');
