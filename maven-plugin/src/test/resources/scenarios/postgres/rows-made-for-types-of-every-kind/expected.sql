ALTER TABLE public.t ADD COLUMN added integer DEFAULT 7;

-- hazard breaks-readers public.t.c: changes its type from character(3) to character(5)
-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN c TYPE character(5);

-- hazard breaks-readers public.t.n: changes its type from numeric(6,2) to numeric(8,2)
ALTER TABLE public.t ALTER COLUMN n TYPE numeric(8,2);

ALTER TABLE public.t ALTER COLUMN b SET DEFAULT true;
