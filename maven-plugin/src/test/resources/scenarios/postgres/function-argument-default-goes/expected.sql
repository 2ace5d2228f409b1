DROP VIEW public.areas;

DROP FUNCTION public.area(integer, integer);

CREATE OR REPLACE FUNCTION public.area(w integer, h integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select w * h$function$;

CREATE VIEW public.areas AS
SELECT public.area(2, 3) AS a;
