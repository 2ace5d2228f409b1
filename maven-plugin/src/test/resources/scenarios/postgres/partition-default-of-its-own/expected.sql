ALTER TABLE public.jobs ADD COLUMN rank integer DEFAULT 1;

ALTER TABLE public.jobs_a ALTER COLUMN rank DROP DEFAULT;

ALTER TABLE ONLY public.jobs ALTER COLUMN state SET DEFAULT 'open'::text;

ALTER TABLE public.jobs_a ALTER COLUMN state SET DEFAULT 'a'::text;
