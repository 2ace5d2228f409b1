CREATE SUBSCRIPTION feed CONNECTION 'host=127.0.0.1 port=2' PUBLICATION orders, lines WITH (connect = false, slot_name = 'feed', synchronous_commit = 'local', streaming = off);
CREATE SUBSCRIPTION named CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false, slot_name = NONE, streaming = on);
COMMENT ON SUBSCRIPTION feed IS 'kept';
