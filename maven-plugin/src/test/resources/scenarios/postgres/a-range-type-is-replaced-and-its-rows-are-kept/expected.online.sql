-- part 1 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

COMMENT ON TYPE public.timerange IS NULL;

DROP VIEW public.early;

DROP FUNCTION public."overlaps"(public.timerange, public.timerange);

DROP INDEX public.slots_begin;

DROP INDEX public.slots_work;

ALTER TABLE public.slots DROP CONSTRAINT slots_apart;

ALTER TABLE public.slots DROP CONSTRAINT slot_is_short;

ALTER TABLE public.slots DROP CONSTRAINT slots_slot_key;

ALTER TABLE public.slots ALTER COLUMN slot DROP DEFAULT;

ALTER TABLE public.slots DROP COLUMN begins;

-- hazard table-rewrite public.slots: writes the whole table anew
-- hazard blocks-reads public.slots: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.slots
  ALTER COLUMN breaks TYPE text[] USING breaks::text[],
  ALTER COLUMN open TYPE text USING open::text,
  ALTER COLUMN shift TYPE text USING shift::text,
  ALTER COLUMN slot TYPE text USING slot::text,
  ALTER COLUMN work TYPE text USING work::text;

DROP TYPE public.shift;

DROP DOMAIN public.worktime;

DROP TYPE public.timerange;

CREATE TYPE public.timerange AS RANGE (
  subtype = time without time zone,
  subtype_diff = public.distance,
  multirange_type_name = public.timemultirange
);

CREATE DOMAIN public.worktime AS public.timerange CONSTRAINT not_all_day CHECK ((NOT upper_inf(VALUE)));

CREATE TYPE public.shift AS (
  who text,
  span public.timerange
);

-- hazard table-rewrite public.slots: writes the whole table anew
-- hazard blocks-reads public.slots: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.slots
  ALTER COLUMN breaks TYPE public.timerange[] USING breaks::text[]::public.timerange[],
  ALTER COLUMN open TYPE public.timemultirange USING open::text::public.timemultirange,
  ALTER COLUMN shift TYPE public.shift USING shift::text::public.shift,
  ALTER COLUMN slot TYPE public.timerange USING slot::text::public.timerange,
  ALTER COLUMN work TYPE public.worktime USING work::text::public.worktime;

-- hazard table-rewrite public.slots: writes the whole table anew
-- hazard blocks-reads public.slots: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.slots ADD COLUMN begins time without time zone GENERATED ALWAYS AS (lower(slot)) STORED;

ALTER TABLE public.slots ALTER COLUMN slot SET DEFAULT public.timerange('08:00:00'::time without time zone, '09:00:00'::time without time zone);

ALTER TABLE public.slots ADD CONSTRAINT slot_is_short CHECK (((upper(slot) - lower(slot)) < '03:00:00'::interval)) NOT VALID;

-- hazard may-fail-on-data public.slots.slots_apart: fails when two rows conflict
-- hazard full-scan public.slots: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.slots: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.slots ADD CONSTRAINT slots_apart EXCLUDE USING gist (slot WITH &&);

CREATE OR REPLACE FUNCTION public."overlaps"(public.timerange, public.timerange)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 && $2);

CREATE VIEW public.early AS
SELECT id,
    slot
   FROM public.slots
  WHERE (slot << public.timerange('12:00:00'::time without time zone, '13:00:00'::time without time zone));

COMMENT ON TYPE public.timerange IS 'within a day';

-- part 2 of 4: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.slots_slot_key_new;

-- hazard may-fail-on-data public.slots.slots_slot_key: fails when two rows conflict
-- hazard full-scan public.slots: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY slots_slot_key_new ON public.slots (slot);

DROP INDEX CONCURRENTLY IF EXISTS public.slots_begin;

-- hazard full-scan public.slots: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY slots_begin ON public.slots (begins);

DROP INDEX CONCURRENTLY IF EXISTS public.slots_work;

-- hazard full-scan public.slots: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY slots_work ON public.slots USING gist (slot) WHERE (NOT isempty(slot));

-- part 3 of 4: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.slots.slot_is_short: fails when a row does not satisfy it
-- hazard full-scan public.slots: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.slots VALIDATE CONSTRAINT slot_is_short;

-- part 4 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.slots ADD CONSTRAINT slots_slot_key UNIQUE USING INDEX slots_slot_key_new;

COMMENT ON INDEX public.slots_work IS 'for the plan';
