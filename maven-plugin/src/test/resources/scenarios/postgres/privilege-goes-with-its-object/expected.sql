-- hazard drop-column public.stays.n: deletes the column and what it holds
ALTER TABLE public.stays DROP COLUMN n;

-- hazard drop-table public.gone: deletes the table and all its rows
DROP TABLE public.gone;
