-- hazard breaks-readers feed: gets no more changes; left to do by hand: drop its slot on the publisher
ALTER SUBSCRIPTION feed DISABLE;

ALTER SUBSCRIPTION feed SET (slot_name = NONE);

DROP SUBSCRIPTION feed;

-- hazard breaks-readers named: gets no more changes; left to do by hand: drop its slot on the publisher
ALTER SUBSCRIPTION named DISABLE;

ALTER SUBSCRIPTION named SET (slot_name = NONE);

DROP SUBSCRIPTION named;
