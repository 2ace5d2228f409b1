CREATE SCHEMA "New";

-- hazard breaks-readers shop: its subscribers get no more changes of public.orders
ALTER PUBLICATION shop DROP TABLE ONLY public.orders, TABLES IN SCHEMA a;

ALTER PUBLICATION shop ADD TABLES IN SCHEMA "New", b;

-- hazard drop-schema a: deletes the schema
DROP SCHEMA a;
