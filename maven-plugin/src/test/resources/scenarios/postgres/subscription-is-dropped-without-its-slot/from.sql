CREATE SUBSCRIPTION feed CONNECTION 'host=127.0.0.1 port=1' PUBLICATION orders WITH (connect = false, slot_name = NONE);
CREATE SUBSCRIPTION named CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false);
COMMENT ON SUBSCRIPTION feed IS 'goes';
