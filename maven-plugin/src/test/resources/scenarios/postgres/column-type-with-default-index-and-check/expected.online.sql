-- part 1 of 3: changes for which nobody waits long, unless a hazard says so
-- in one transaction

DROP VIEW public.high;

DROP INDEX public.readings_level;

ALTER TABLE public.readings DROP CONSTRAINT not_empty;

ALTER TABLE public.readings ALTER COLUMN level DROP DEFAULT;

-- hazard narrow-type public.readings.level: may cut or round what it holds, from text to integer
-- hazard may-fail-on-data public.readings.level: fails when a value cannot be converted from text to integer
-- hazard breaks-readers public.readings.level: changes its type from text to integer
-- hazard table-rewrite public.readings: writes the whole table anew
-- hazard blocks-reads public.readings: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.readings ALTER COLUMN level TYPE integer USING level::integer;

ALTER TABLE public.readings ALTER COLUMN level SET DEFAULT 1;

ALTER TABLE public.readings ADD CONSTRAINT not_empty CHECK ((level > 0)) NOT VALID;

CREATE VIEW public.high AS
SELECT id
   FROM public.readings
  WHERE (level > 5);

-- part 2 of 3: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.readings_level;

-- hazard full-scan public.readings: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY readings_level ON public.readings (level);

-- part 3 of 3: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.readings.not_empty: fails when a row does not satisfy it
-- hazard full-scan public.readings: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.readings VALIDATE CONSTRAINT not_empty;
