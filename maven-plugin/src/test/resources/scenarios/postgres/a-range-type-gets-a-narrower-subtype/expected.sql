-- hazard narrow-type public.span: may cut or round its bounds, from bigint to integer
-- hazard may-fail-on-data public.span: fails when a bound cannot be converted
-- hazard table-rewrite public.jobs: writes the whole table anew
-- hazard blocks-reads public.jobs: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.jobs
  ALTER COLUMN all_of TYPE text[] USING all_of::text[],
  ALTER COLUMN days TYPE text USING days::text,
  ALTER COLUMN job TYPE text USING job::text,
  ALTER COLUMN more TYPE text USING more::text;

DROP TYPE public.job;

DROP TYPE public.span;

CREATE TYPE public.span AS RANGE (
  subtype = integer,
  multirange_type_name = public.spans
);

CREATE TYPE public.job AS (
  name text,
  days public.span
);

-- hazard table-rewrite public.jobs: writes the whole table anew
-- hazard blocks-reads public.jobs: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.jobs
  ALTER COLUMN all_of TYPE public.span[] USING all_of::text[]::public.span[],
  ALTER COLUMN days TYPE public.span USING days::text::public.span,
  ALTER COLUMN job TYPE public.job USING job::text::public.job,
  ALTER COLUMN more TYPE public.spans USING more::text::public.spans;

DROP TYPE public.unused;

CREATE TYPE public.unused AS RANGE (
  subtype = integer,
  multirange_type_name = public.unused_multirange
);
