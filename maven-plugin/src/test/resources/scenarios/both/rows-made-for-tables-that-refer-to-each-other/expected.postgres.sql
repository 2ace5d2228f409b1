ALTER TABLE public.a ADD COLUMN note text;

ALTER TABLE public.b ADD COLUMN note text;

ALTER TABLE public.c ADD COLUMN note text;
