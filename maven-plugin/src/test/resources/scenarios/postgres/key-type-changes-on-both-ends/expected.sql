-- hazard breaks-readers public.children.id: changes its type from integer to bigint
-- hazard table-rewrite public.children: writes the whole table anew
-- hazard blocks-reads public.children: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.children ALTER COLUMN id TYPE bigint;

-- hazard breaks-readers public.children.parent: changes its type from integer to bigint
-- hazard table-rewrite public.children: writes the whole table anew
-- hazard blocks-reads public.children: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard full-scan public.parents: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.parents: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.children ALTER COLUMN parent TYPE bigint;

-- hazard breaks-readers public.parents.id: changes its type from integer to bigint
-- hazard table-rewrite public.parents: writes the whole table anew
-- hazard blocks-reads public.parents: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard full-scan public.children: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.children: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.parents ALTER COLUMN id TYPE bigint;
