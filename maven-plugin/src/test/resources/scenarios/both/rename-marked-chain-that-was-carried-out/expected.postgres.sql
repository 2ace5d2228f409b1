ALTER TABLE public.t ADD COLUMN d text;
