-- hazard drop-column public.goods.twice: deletes the column and what it holds
ALTER TABLE public.goods DROP COLUMN twice;

-- hazard table-rewrite public.goods: writes the whole table anew
-- hazard blocks-reads public.goods: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.goods ADD COLUMN twice integer GENERATED ALWAYS AS ((price * 2)) STORED;
