-- hazard breaks-readers public.t.amount: changes its type from integer to numeric
-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN amount TYPE numeric;
