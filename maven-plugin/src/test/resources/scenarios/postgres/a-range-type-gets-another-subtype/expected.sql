-- hazard table-rewrite public.jobs: writes the whole table anew
-- hazard blocks-reads public.jobs: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.jobs ALTER COLUMN days TYPE text USING days::text;

DROP TYPE public.span;

CREATE TYPE public.span AS RANGE (
  subtype = numeric,
  multirange_type_name = public.many_spans
);

-- hazard table-rewrite public.jobs: writes the whole table anew
-- hazard blocks-reads public.jobs: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.jobs ALTER COLUMN days TYPE public.span USING days::text::public.span;

ALTER TABLE public.jobs ADD COLUMN more public.many_spans;
