DROP VIEW public.open_jobs;

ALTER TABLE public.jobs ALTER COLUMN state DROP DEFAULT;

ALTER TYPE public.state RENAME TO state_before;

CREATE TYPE public.state AS ENUM ('new', 'held', 'done');

-- hazard table-rewrite public.jobs: writes the whole table anew
-- hazard blocks-reads public.jobs: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.jobs ALTER COLUMN state TYPE public.state USING state::text::public.state;

DROP TYPE public.state_before;

ALTER TABLE public.jobs ALTER COLUMN state SET DEFAULT 'held'::public.state;

CREATE VIEW public.open_jobs AS
SELECT id
   FROM public.jobs
  WHERE (state = ANY (ARRAY['new'::public.state, 'held'::public.state]));
