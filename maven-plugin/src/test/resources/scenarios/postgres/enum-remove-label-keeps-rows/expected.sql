DROP VIEW public.v;

ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;

-- hazard drop-type-value public.mood: removes the value 'ok'
-- hazard may-fail-on-data public.mood: fails when a row holds 'ok'
ALTER TYPE public.mood RENAME TO mood_before;

CREATE TYPE public.mood AS ENUM ('sad', 'happy');

-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN m TYPE public.mood USING m::text::public.mood,
  ALTER COLUMN ms TYPE public.mood[] USING ms::text[]::public.mood[];

DROP TYPE public.mood_before;

ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'sad'::public.mood;

CREATE VIEW public.v AS
SELECT m
   FROM public.t;
