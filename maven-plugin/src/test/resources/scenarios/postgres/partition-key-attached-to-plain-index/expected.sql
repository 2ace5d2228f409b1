-- hazard full-scan public.trips_north: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.trips_north: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.trips_north ALTER COLUMN id SET NOT NULL;

-- hazard full-scan public.trips_north: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.trips_north: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.trips_north ALTER COLUMN region SET NOT NULL;

-- hazard may-fail-on-data public.trips_once: fails when two rows have the same value
CREATE UNIQUE INDEX trips_once ON ONLY public.trips (region, id);

-- hazard may-fail-on-data public.trips_north.trips_north_pk: fails when two rows conflict
-- hazard full-scan public.trips_north: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.trips_north: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-writes public.trips: writers wait meanwhile, a statement before took SHARE
ALTER TABLE public.trips_north ADD CONSTRAINT trips_north_pk PRIMARY KEY (region, id);

ALTER INDEX public.trips_once ATTACH PARTITION public.trips_north_pk;
