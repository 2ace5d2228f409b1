-- hazard drop-column public.numbers.n: deletes the column and what it holds
ALTER TABLE public.numbers DROP COLUMN n;

-- hazard breaks-readers public.number: whoever still uses it fails
CREATE ROLE tidegate_leaving;

ALTER TYPE public.number OWNER TO tidegate_leaving;

ALTER FUNCTION public.number_in(cstring) OWNER TO tidegate_leaving;

ALTER FUNCTION public.number_out(public.number) OWNER TO tidegate_leaving;

DROP OWNED BY tidegate_leaving;

DROP ROLE tidegate_leaving;

DROP TYPE public.lone;
