DROP VIEW public.names;

-- hazard breaks-readers public.users.id: changes its type from integer to bigint
-- hazard table-rewrite public.users: writes the whole table anew
-- hazard blocks-reads public.users: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.users ALTER COLUMN id TYPE bigint;

-- hazard narrow-type public.users.name: may cut or round what it holds, from text to character varying(100)
-- hazard may-fail-on-data public.users.name: fails when a value cannot be converted from text to character varying(100)
-- hazard breaks-readers public.users.name: changes its type from text to character varying(100)
-- hazard table-rewrite public.users: writes the whole table anew
-- hazard blocks-reads public.users: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.users ALTER COLUMN name TYPE character varying(100);

CREATE VIEW public.names AS
SELECT id,
    name
   FROM public.users;
