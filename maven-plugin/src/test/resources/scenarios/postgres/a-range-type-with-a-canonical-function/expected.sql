-- hazard privilege public.span: needs a superuser
CREATE TYPE public.span;

CREATE OR REPLACE FUNCTION public.tidy(public.span)
 RETURNS public.span
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4range_canonical$function$;

CREATE TYPE public.span AS RANGE (
  subtype = integer,
  canonical = public.tidy,
  multirange_type_name = public.span_multirange
);

ALTER TABLE public.jobs ADD COLUMN days public.span;

COMMENT ON TYPE public.span IS 'whole days';
