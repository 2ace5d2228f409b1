-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.trips_north DROP CONSTRAINT trips_north_pk;

-- hazard may-fail-on-data public.trips.trips_pk: fails when two rows conflict
ALTER TABLE ONLY public.trips ADD CONSTRAINT trips_pk PRIMARY KEY (region, id);

-- part 2 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.trips_north_pkey;

-- hazard may-fail-on-data public.trips_north.trips_north_pkey: fails when two rows conflict
-- hazard full-scan public.trips_north: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY trips_north_pkey ON public.trips_north (region, id);

-- part 3 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.trips_north ADD CONSTRAINT trips_north_pkey PRIMARY KEY USING INDEX trips_north_pkey;

ALTER INDEX public.trips_pk ATTACH PARTITION public.trips_north_pkey;
