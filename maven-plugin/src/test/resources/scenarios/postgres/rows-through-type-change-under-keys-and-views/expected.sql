DROP VIEW public.v;

-- hazard breaks-readers public.c.n: changes its type from smallint to bigint
-- hazard table-rewrite public.c: writes the whole table anew
-- hazard blocks-reads public.c: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.c ALTER COLUMN n TYPE bigint;

-- hazard breaks-readers public.c.p: changes its type from integer to bigint
-- hazard table-rewrite public.c: writes the whole table anew
-- hazard blocks-reads public.c: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard full-scan public.p: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.p: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.c ALTER COLUMN p TYPE bigint;

-- hazard breaks-readers public.p.code: changes its type from character varying(10) to text
ALTER TABLE public.p ALTER COLUMN code TYPE text;

-- hazard breaks-readers public.p.id: changes its type from integer to bigint
-- hazard table-rewrite public.p: writes the whole table anew
-- hazard blocks-reads public.p: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard full-scan public.c: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.c: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.p ALTER COLUMN id TYPE bigint;

CREATE VIEW public.v AS
SELECT c.id,
    p.code
   FROM (public.c
     JOIN public.p ON ((p.id = c.p)));
