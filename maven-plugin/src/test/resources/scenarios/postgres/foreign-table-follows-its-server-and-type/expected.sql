-- hazard breaks-readers public.people: reads from elsewhere from now on; its rows stay
DROP FOREIGN TABLE public.people;

DROP SERVER far;

-- hazard drop-type-value public.mood: removes the value 'odd'
-- hazard may-fail-on-data public.mood: fails when a row holds 'odd'
ALTER TYPE public.mood RENAME TO mood_before;

CREATE TYPE public.mood AS ENUM ('glad', 'sad');

ALTER TABLE public.pets ALTER COLUMN feels TYPE public.mood;

DROP TYPE public.mood_before;

CREATE SERVER far TYPE 'b' FOREIGN DATA WRAPPER bare;

CREATE FOREIGN TABLE public.people (
  id integer,
  feels public.mood
) SERVER far OPTIONS (t 'p');
