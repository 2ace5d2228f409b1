DROP INDEX public.goods_vat;

ALTER TABLE public.goods DROP COLUMN vat;

-- hazard breaks-readers public.goods.price: changes its type from integer to numeric
-- hazard table-rewrite public.goods: writes the whole table anew
-- hazard blocks-reads public.goods: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.goods ALTER COLUMN price TYPE numeric;

-- hazard table-rewrite public.goods: writes the whole table anew
-- hazard blocks-reads public.goods: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.goods ADD COLUMN vat numeric GENERATED ALWAYS AS (((price * (19)::numeric) / (100)::numeric)) STORED;

-- hazard full-scan public.goods: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.goods: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX goods_vat ON public.goods (vat);
