DROP INDEX public.t_a;

-- hazard drop-column public.t.a: deletes the column and what it holds
ALTER TABLE public.t DROP COLUMN a;
