CREATE TYPE public.feeling AS ENUM ('sad', 'ok', 'happy');

-- hazard drop-type-value public.size: removes the value 'm'
-- hazard breaks-readers public.size.m: looks like a rename to medium, which would keep what it holds; if it is one: -Dtidegate.renames=public.size.m:medium
-- hazard may-fail-on-data public.size: fails when a row holds 'm'
ALTER TYPE public.size RENAME TO size_before;

CREATE TYPE public.size AS ENUM ('s', 'medium', 'l');

-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN s TYPE public.size USING s::text::public.size;

DROP TYPE public.size_before;

-- hazard narrow-type public.t.m: may cut or round what it holds, from public.mood to public.feeling
-- hazard may-fail-on-data public.t.m: fails when a value cannot be converted from public.mood to public.feeling
-- hazard breaks-readers public.t.m: changes its type from public.mood to public.feeling
-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN m TYPE public.feeling USING m::text::public.feeling;

-- hazard breaks-readers public.mood: whoever still uses it fails
DROP TYPE public.mood;
