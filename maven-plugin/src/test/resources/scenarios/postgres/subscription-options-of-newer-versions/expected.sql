ALTER SUBSCRIPTION b DISABLE;

ALTER SUBSCRIPTION b SET (slot_name = NONE);

DROP SUBSCRIPTION b;

-- hazard breaks-readers a: may get other changes; left to do by hand: REFRESH PUBLICATION
ALTER SUBSCRIPTION a SET (disable_on_error = true, origin = any, password_required = false, run_as_owner = true, streaming = parallel);

-- hazard privilege b: is made without contacting the publisher; left to do by hand: create its slot there, set slot_name, ENABLE, REFRESH PUBLICATION
CREATE SUBSCRIPTION b CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false, enabled = false, create_slot = false, failover = true, slot_name = NONE, streaming = off, two_phase = true);

COMMENT ON SUBSCRIPTION b IS 'kept';
