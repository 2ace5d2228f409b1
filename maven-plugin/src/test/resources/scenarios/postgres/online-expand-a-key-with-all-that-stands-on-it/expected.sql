ALTER TABLE public.u ALTER COLUMN id DROP DEFAULT;

-- hazard breaks-readers public.u.id: changes its type from integer to bigint
-- hazard table-rewrite public.u: writes the whole table anew
-- hazard blocks-reads public.u: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard full-scan public.o: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.o: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.u ALTER COLUMN id TYPE bigint;

ALTER TABLE public.u ALTER COLUMN id SET DEFAULT 7;
