ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;

ALTER TYPE public.mood RENAME TO mood_before;

CREATE TYPE public.mood AS ENUM ('happy', 'ok', 'sad');

ALTER DOMAIN public.moods RENAME TO moods_before;

CREATE DOMAIN public.moods AS public.mood[];

-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN d TYPE public.moods USING d::text::public.moods,
  ALTER COLUMN m TYPE public.mood USING m::text::public.mood,
  ALTER COLUMN many TYPE public.mood[] USING many::text[]::public.mood[];

DROP DOMAIN public.moods_before;

DROP TYPE public.mood_before;

ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'happy'::public.mood;
