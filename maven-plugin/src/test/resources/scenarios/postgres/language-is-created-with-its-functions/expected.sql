-- hazard privilege bare: needs a superuser
CREATE LANGUAGE bare HANDLER plpgsql_call_handler;

-- hazard privilege tl: needs a superuser
CREATE TRUSTED LANGUAGE tl HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;

CREATE OR REPLACE FUNCTION public.one()
 RETURNS integer
 LANGUAGE tl
AS $function$BEGIN RETURN 1; END$function$;

COMMENT ON LANGUAGE tl IS 'like another';
