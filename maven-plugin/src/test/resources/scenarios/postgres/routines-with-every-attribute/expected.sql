CREATE OR REPLACE FUNCTION public.f(integer)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT SECURITY DEFINER LEAKPROOF COST 7
AS $function$begin return $1; end$function$;

CREATE OR REPLACE FUNCTION public.rows_of(integer)
 RETURNS SETOF integer
 LANGUAGE plpgsql
 STABLE PARALLEL RESTRICTED COST 3 ROWS 5
AS $function$begin return next $1; end$function$;

CREATE OR REPLACE FUNCTION public.setting()
 RETURNS text
 LANGUAGE plpgsql
 SET "DateStyle" TO 'ISO, DMY'
 SET work_mem TO '2MB'
AS $function$begin return 1; end$function$;

CREATE OR REPLACE FUNCTION public.supported(integer)
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT SUPPORT generate_series_int4_support
AS $function$int4abs$function$;

CREATE OR REPLACE FUNCTION public.w()
 RETURNS bigint
 LANGUAGE internal
 WINDOW IMMUTABLE
AS $function$window_row_number$function$;

CREATE OR REPLACE PROCEDURE public.p(IN a integer, INOUT b integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET lock_timeout TO '1s'
AS $procedure$begin b := a + 1; end$procedure$;
