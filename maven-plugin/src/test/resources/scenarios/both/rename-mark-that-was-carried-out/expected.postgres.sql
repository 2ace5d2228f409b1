ALTER TABLE public.people ADD COLUMN email text;
