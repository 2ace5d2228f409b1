-- hazard privilege feed: is made without contacting the publisher; left to do by hand: create its slot there, set slot_name, ENABLE, REFRESH PUBLICATION
-- hazard privilege feed: holds a password, which stands in the migration; reports mask it
CREATE SUBSCRIPTION feed CONNECTION 'host=127.0.0.1 port=1 dbname=shop user=reader password=s3cret' PUBLICATION "Lines", orders WITH (connect = false, enabled = false, create_slot = false, slot_name = NONE, streaming = off);

-- hazard privilege named: is made without contacting the publisher; left to do by hand: create its slot there, set slot_name, ENABLE, REFRESH PUBLICATION
CREATE SUBSCRIPTION named CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false, enabled = false, create_slot = false, binary = true, slot_name = 'named', streaming = on, synchronous_commit = local);

COMMENT ON SUBSCRIPTION feed IS 'of the shop';
