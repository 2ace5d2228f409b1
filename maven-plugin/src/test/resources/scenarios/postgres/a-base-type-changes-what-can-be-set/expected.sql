CREATE OR REPLACE FUNCTION public.number_analyze(internal)
 RETURNS boolean
 LANGUAGE internal
 STRICT
AS $function$ts_typanalyze$function$;

ALTER TYPE public.number SET (RECEIVE = NONE, SEND = public.number_send, ANALYZE = public.number_analyze);
