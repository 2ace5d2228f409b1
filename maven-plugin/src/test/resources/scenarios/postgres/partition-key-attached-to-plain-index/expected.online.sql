-- part 1 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.trips_north ADD CONSTRAINT trips_north_id_is_set CHECK (id IS NOT NULL) NOT VALID;

ALTER TABLE public.trips_north ADD CONSTRAINT trips_north_region_is_set CHECK (region IS NOT NULL) NOT VALID;

CREATE UNIQUE INDEX trips_once ON ONLY public.trips (region, id);

-- part 2 of 4: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.trips_north_pk;

-- hazard may-fail-on-data public.trips_north.trips_north_pk: fails when two rows conflict
-- hazard full-scan public.trips_north: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY trips_north_pk ON public.trips_north (region, id);

-- part 3 of 4: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard full-scan public.trips_north: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.trips_north VALIDATE CONSTRAINT trips_north_id_is_set;

-- hazard full-scan public.trips_north: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.trips_north VALIDATE CONSTRAINT trips_north_region_is_set;

-- part 4 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.trips_north ALTER COLUMN id SET NOT NULL;

ALTER TABLE public.trips_north DROP CONSTRAINT trips_north_id_is_set;

ALTER TABLE public.trips_north ALTER COLUMN region SET NOT NULL;

ALTER TABLE public.trips_north DROP CONSTRAINT trips_north_region_is_set;

ALTER TABLE public.trips_north ADD CONSTRAINT trips_north_pk PRIMARY KEY USING INDEX trips_north_pk;

ALTER INDEX public.trips_once ATTACH PARTITION public.trips_north_pk;
