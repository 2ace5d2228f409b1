CREATE TABLE public.t (
  id integer
);

CREATE OR REPLACE FUNCTION public.note_ddl()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$BEGIN PERFORM 1; END$function$;

-- hazard privilege asleep: needs a superuser, and runs in each statement that it is for
CREATE EVENT TRIGGER asleep ON sql_drop EXECUTE FUNCTION public.note_ddl();

ALTER EVENT TRIGGER asleep DISABLE;

-- hazard privilege watch: needs a superuser, and runs in each statement that it is for
CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('ALTER TABLE', 'CREATE TABLE') EXECUTE FUNCTION public.note_ddl();

COMMENT ON EVENT TRIGGER watch IS 'notes what is made';
