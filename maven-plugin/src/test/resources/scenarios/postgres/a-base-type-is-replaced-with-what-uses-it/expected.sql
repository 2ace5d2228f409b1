DROP VIEW public.halves;

DROP CAST (public.number AS integer);

DROP FUNCTION public.half(public.number);

-- hazard drop-column public.numbers.n: deletes the column and what it holds
ALTER TABLE public.numbers DROP COLUMN n;

CREATE ROLE tidegate_leaving;

ALTER TYPE public.number OWNER TO tidegate_leaving;

ALTER FUNCTION public.number_in(cstring) OWNER TO tidegate_leaving;

ALTER FUNCTION public.number_out(public.number) OWNER TO tidegate_leaving;

DROP OWNED BY tidegate_leaving;

DROP ROLE tidegate_leaving;

-- hazard privilege public.number: needs a superuser
CREATE TYPE public.number;

CREATE OR REPLACE FUNCTION public.number_in(cstring)
 RETURNS public.number
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4in$function$;

CREATE OR REPLACE FUNCTION public.number_out(public.number)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4out$function$;

-- hazard privilege public.number: needs a superuser
CREATE TYPE public.number (
  INPUT = public.number_in,
  OUTPUT = public.number_out,
  INTERNALLENGTH = 4,
  PASSEDBYVALUE,
  STORAGE = plain,
  CATEGORY = 'N'
);

ALTER TABLE public.numbers ADD COLUMN n public.number DEFAULT '5'::public.number;

CREATE OR REPLACE FUNCTION public.half(public.number)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN ((($1)::text)::integer / 2);

CREATE CAST (public.number AS integer) WITHOUT FUNCTION;

CREATE VIEW public.halves AS
SELECT id,
    public.half(n) AS half
   FROM public.numbers;

COMMENT ON TYPE public.number IS 'whole';

COMMENT ON FUNCTION public.number_in(cstring) IS 'reads';
