-- hazard drop-column public.named.lang: deletes the column and what it holds
ALTER TABLE public.named DROP COLUMN lang;
