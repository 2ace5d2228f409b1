CREATE SUBSCRIPTION feed CONNECTION 'host=127.0.0.1 port=1 dbname=shop user=reader password=s3cret' PUBLICATION orders, "Lines"
  WITH (connect = false, slot_name = NONE);
CREATE SUBSCRIPTION named CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false, binary = true, streaming = on, synchronous_commit = 'local');
COMMENT ON SUBSCRIPTION feed IS 'of the shop';
