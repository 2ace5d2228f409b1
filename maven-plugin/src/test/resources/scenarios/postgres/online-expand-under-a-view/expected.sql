DROP VIEW public.v;

-- hazard breaks-readers public.t.amount: changes its type from integer to bigint
-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN amount TYPE bigint;

CREATE VIEW public.v AS
SELECT amount
   FROM public.t;
