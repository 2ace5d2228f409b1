CREATE TYPE public.words AS RANGE (
  subtype = text,
  subtype_opclass = pg_catalog.text_pattern_ops,
  collation = pg_catalog."C",
  multirange_type_name = public."many words"
);

ALTER TABLE public.slots ADD COLUMN lists public."many words";

CREATE OR REPLACE FUNCTION public.distance(time without time zone, time without time zone)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE STRICT
RETURN EXTRACT(epoch FROM ($1 - $2));

CREATE TYPE public.timerange AS RANGE (
  subtype = time without time zone,
  subtype_diff = public.distance,
  multirange_type_name = public.timemultirange
);

ALTER TABLE public.slots ADD COLUMN slot public.timerange DEFAULT '[08:00:00,09:00:00)'::public.timerange;

-- hazard may-fail-on-data public.slots.slots_slot_excl: fails when two rows conflict
-- hazard full-scan public.slots: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.slots: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.slots ADD CONSTRAINT slots_slot_excl EXCLUDE USING gist (slot WITH &&);

CREATE VIEW public.early AS
SELECT id
   FROM public.slots
  WHERE (slot << public.timerange('12:00:00'::time without time zone, '13:00:00'::time without time zone));

COMMENT ON TYPE public.timerange IS 'within a day';
