-- hazard drop-table public.films: deletes the table and all its rows
DROP TABLE public.films;

CREATE FOREIGN TABLE public.films (
  code integer
) SERVER far;

CREATE OR REPLACE FUNCTION public.seen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NULL; END$function$;

CREATE TRIGGER seen AFTER INSERT ON public.films FOR EACH ROW EXECUTE FUNCTION public.seen();
