DROP EVENT TRIGGER c;

-- hazard privilege gone: what it watched over is no longer watched
DROP EVENT TRIGGER gone;

-- hazard privilege a: changes when it runs
ALTER EVENT TRIGGER a ENABLE REPLICA;

-- hazard privilege b: changes when it runs
ALTER EVENT TRIGGER b ENABLE;

-- hazard privilege c: needs a superuser, and runs in each statement that it is for
CREATE EVENT TRIGGER c ON ddl_command_start WHEN TAG IN ('DROP VIEW') EXECUTE FUNCTION public.note_ddl();

COMMENT ON EVENT TRIGGER c IS 'kept';
