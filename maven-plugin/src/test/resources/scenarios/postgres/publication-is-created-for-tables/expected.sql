-- hazard privilege everything: needs a superuser
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish_via_partition_root = 'true');

CREATE PUBLICATION nothing_yet;

CREATE PUBLICATION shop FOR TABLE ONLY public.lines, ONLY public.orders WITH (publish = 'insert, update');

COMMENT ON PUBLICATION shop IS 'to the warehouse';
