DROP VIEW public.v;

-- hazard breaks-readers public.t.n: changes its type from integer to bigint
-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN n TYPE bigint;

CREATE VIEW public.v AS
SELECT id,
    n
   FROM public.t;

REVOKE SELECT ON TABLE public.v FROM tg_reader;
