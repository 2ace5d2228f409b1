ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;

-- hazard drop-type-value public.mood: removes the value 'c'
-- hazard may-fail-on-data public.mood: fails when a row holds 'c'
ALTER TYPE public.mood RENAME TO mood_before;

CREATE TYPE public.mood AS ENUM ('a', 'b');

-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;

DROP TYPE public.mood_before;

ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'a'::public.mood;

ALTER TYPE public.mood OWNER TO tg_keeper;

REVOKE USAGE ON TYPE public.mood FROM PUBLIC;

GRANT USAGE ON TYPE public.mood TO tg_reader;
