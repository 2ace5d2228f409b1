-- hazard breaks-readers public.days(public.span): whoever still uses it fails
DROP FUNCTION public.days(public.span);

-- hazard drop-column public.jobs.days: deletes the column and what it holds
ALTER TABLE public.jobs DROP COLUMN days;

-- hazard breaks-readers public.span: whoever still uses it fails
CREATE ROLE tidegate_leaving;

ALTER TYPE public.span OWNER TO tidegate_leaving;

ALTER FUNCTION public.tidy(public.span) OWNER TO tidegate_leaving;

DROP OWNED BY tidegate_leaving;

DROP ROLE tidegate_leaving;
