DROP PUBLICATION shop;

-- hazard drop-column public.orders.total: deletes the column and what it holds
ALTER TABLE public.orders DROP COLUMN total;

-- hazard drop-table public.lines: deletes the table and all its rows
DROP TABLE public.lines;

-- hazard narrow-type public.orders.id: may cut or round what it holds, from bigint to integer
-- hazard may-fail-on-data public.orders.id: fails when a value cannot be converted from bigint to integer
-- hazard breaks-readers public.orders.id: changes its type from bigint to integer
-- hazard table-rewrite public.orders: writes the whole table anew
-- hazard blocks-reads public.orders: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.orders ALTER COLUMN id TYPE integer;

CREATE PUBLICATION shop FOR TABLE ONLY public.orders (id) WHERE ((id > 5));

COMMENT ON PUBLICATION shop IS 'kept';
