ALTER TABLE public.notes NO INHERIT public.named;

ALTER TABLE public.notes DROP CONSTRAINT named_name_check;
