ALTER TABLE public.trips DETACH PARTITION public.trips_north;

ALTER TABLE public.trips_north DROP CONSTRAINT trips_north_pk;

-- hazard full-scan public.trips_north: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.trips_north: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.trips: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.trips ATTACH PARTITION public.trips_north FOR VALUES IN ('north');

DROP INDEX public.trips_once;
