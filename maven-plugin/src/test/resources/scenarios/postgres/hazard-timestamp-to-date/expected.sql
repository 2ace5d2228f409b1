-- hazard narrow-type public.t.at: may cut or round what it holds, from timestamp without time zone to date
-- hazard may-fail-on-data public.t.at: fails when a value cannot be converted from timestamp without time zone to date
-- hazard breaks-readers public.t.at: changes its type from timestamp without time zone to date
-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN at TYPE date;
