-- hazard drop-column public.jobs.days: deletes the column and what it holds
ALTER TABLE public.jobs DROP COLUMN days;

-- hazard breaks-readers public.span: whoever still uses it fails
DROP TYPE public.span;
