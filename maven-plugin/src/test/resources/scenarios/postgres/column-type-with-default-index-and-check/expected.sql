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

-- hazard may-fail-on-data public.readings.not_empty: fails when a row does not satisfy it
-- hazard full-scan public.readings: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.readings: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.readings ADD CONSTRAINT not_empty CHECK ((level > 0));

-- hazard full-scan public.readings: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.readings: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX readings_level ON public.readings (level);

CREATE VIEW public.high AS
SELECT id
   FROM public.readings
  WHERE (level > 5);
