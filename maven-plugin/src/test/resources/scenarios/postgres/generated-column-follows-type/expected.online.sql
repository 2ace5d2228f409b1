-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

DROP INDEX public.goods_vat;

ALTER TABLE public.goods DROP COLUMN vat;

-- hazard breaks-readers public.goods.price: changes its type from integer to numeric
-- hazard table-rewrite public.goods: writes the whole table anew
-- hazard blocks-reads public.goods: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.goods ALTER COLUMN price TYPE numeric;

-- hazard table-rewrite public.goods: writes the whole table anew
-- hazard blocks-reads public.goods: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.goods ADD COLUMN vat numeric GENERATED ALWAYS AS (((price * (19)::numeric) / (100)::numeric)) STORED;

-- part 2 of 2: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.goods_vat;

-- hazard full-scan public.goods: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY goods_vat ON public.goods (vat);
