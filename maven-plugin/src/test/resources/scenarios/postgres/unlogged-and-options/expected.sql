-- hazard breaks-readers public.t: all but its owner see only the rows that policies open
-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t SET UNLOGGED;

ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.t SET (fillfactor = 80);
