-- hazard narrow-type public.readings.at: may cut or round what it holds, from text to timestamp with time zone
-- hazard may-fail-on-data public.readings.at: fails when a value cannot be converted from text to timestamp with time zone
-- hazard breaks-readers public.readings.at: changes its type from text to timestamp with time zone
-- hazard table-rewrite public.readings: writes the whole table anew
-- hazard blocks-reads public.readings: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.readings ALTER COLUMN at TYPE timestamp with time zone USING at::timestamp with time zone;

-- hazard breaks-readers public.readings.flag: changes its type from character varying(3) to text
ALTER TABLE public.readings ALTER COLUMN flag TYPE text;

-- hazard narrow-type public.readings.level: may cut or round what it holds, from text to integer
-- hazard may-fail-on-data public.readings.level: fails when a value cannot be converted from text to integer
-- hazard breaks-readers public.readings.level: changes its type from text to integer
-- hazard table-rewrite public.readings: writes the whole table anew
-- hazard blocks-reads public.readings: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.readings ALTER COLUMN level TYPE integer USING level::integer;
