-- hazard breaks-readers feed: may get other changes; left to do by hand: REFRESH PUBLICATION
ALTER SUBSCRIPTION feed CONNECTION 'host=127.0.0.1 port=2';

ALTER SUBSCRIPTION feed SET PUBLICATION lines, orders WITH (refresh = false);

ALTER SUBSCRIPTION feed SET (slot_name = 'feed', synchronous_commit = local);

-- hazard breaks-readers named: may get other changes; left to do by hand: REFRESH PUBLICATION
ALTER SUBSCRIPTION named DISABLE;

ALTER SUBSCRIPTION named SET (binary = false, slot_name = NONE, streaming = on);
