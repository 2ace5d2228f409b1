CREATE SUBSCRIPTION a CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false, slot_name = NONE, disable_on_error = true, password_required = false, run_as_owner = true, streaming = parallel);
CREATE SUBSCRIPTION b CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false, slot_name = NONE, two_phase = true, failover = true);
COMMENT ON SUBSCRIPTION b IS 'kept';
