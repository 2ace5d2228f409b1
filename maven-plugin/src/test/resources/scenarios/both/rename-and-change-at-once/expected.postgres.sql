-- hazard breaks-readers public.t.amount: whoever still uses the old name fails; the new one is total
ALTER TABLE public.t RENAME COLUMN amount TO total;

ALTER TABLE public.t ADD COLUMN note text;

-- hazard breaks-readers public.t.total: changes its type from integer to numeric
-- hazard may-fail-on-data public.t.total: fails when a row is null
-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN total TYPE numeric;

-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN total SET NOT NULL;

ALTER TABLE public.t ALTER COLUMN total SET DEFAULT 0;
