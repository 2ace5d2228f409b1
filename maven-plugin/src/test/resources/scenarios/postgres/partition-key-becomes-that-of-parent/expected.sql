ALTER TABLE public.trips_north DROP CONSTRAINT trips_north_pk;

-- hazard may-fail-on-data public.trips.trips_pk: fails when two rows conflict
ALTER TABLE ONLY public.trips ADD CONSTRAINT trips_pk PRIMARY KEY (region, id);

-- hazard may-fail-on-data public.trips_north.trips_north_pkey: fails when two rows conflict
-- hazard full-scan public.trips_north: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.trips_north: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.trips: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.trips_north ADD CONSTRAINT trips_north_pkey PRIMARY KEY (region, id);

ALTER INDEX public.trips_pk ATTACH PARTITION public.trips_north_pkey;
