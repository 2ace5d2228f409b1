-- hazard drop-column public.jobs.days: deletes the column and what it holds
ALTER TABLE public.jobs DROP COLUMN days;

DROP TYPE public.span;
