-- hazard drop-type-value public.mood: removes the value 'b'
-- hazard may-fail-on-data public.mood: fails when a row holds 'b'
ALTER TYPE public.mood RENAME TO mood_before;

CREATE TYPE public.mood AS ENUM ('a');

-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN l TYPE public.mood[] USING l::text[]::public.mood[],
  ALTER COLUMN m TYPE public.mood USING m::text::public.mood;

DROP TYPE public.mood_before;
