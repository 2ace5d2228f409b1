ALTER TYPE public.level RENAME TO level_before;

CREATE TYPE public.level AS ENUM ('none', 'low', 'high');

-- hazard table-rewrite public.jobs: writes the whole table anew
-- hazard blocks-reads public.jobs: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.jobs
  ALTER COLUMN level TYPE public.level USING level::text::public.level,
  ALTER COLUMN levels TYPE public.level[] USING levels::text[]::public.level[];

DROP TYPE public.level_before;
