ALTER TABLE public.notes ADD COLUMN at date;

ALTER TABLE public.notes INHERIT public.dated;
