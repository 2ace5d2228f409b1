-- hazard breaks-readers public.sums: whoever still uses it fails
DROP MATERIALIZED VIEW public.sums;

-- hazard breaks-readers public.big: whoever still uses it fails
DROP VIEW public.big;

-- hazard breaks-readers public.area(integer, integer): whoever still uses it fails
DROP FUNCTION public.area(integer, integer);

-- hazard breaks-readers public.point2: whoever still uses it fails
DROP TYPE public.point2;

CREATE TYPE public.coordinates AS (
  x integer,
  y integer
);

CREATE OR REPLACE FUNCTION public.surface(w integer, h integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select w * h$function$;

CREATE VIEW public.large AS
SELECT id,
    n
   FROM public.t
  WHERE (n > 10);

CREATE MATERIALIZED VIEW public.totals AS
SELECT sum(n) AS total
   FROM public.t;
