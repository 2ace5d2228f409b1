-- hazard drop-column public.t.b: deletes the column and what it holds
ALTER TABLE public.t DROP COLUMN b;

-- hazard drop-table public.u: deletes the table and all its rows
DROP TABLE public.u;
