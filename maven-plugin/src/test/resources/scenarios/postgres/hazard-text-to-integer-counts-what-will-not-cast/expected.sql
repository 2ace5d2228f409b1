-- hazard narrow-type public.t.b: may cut or round what it holds, from text to integer
-- hazard may-fail-on-data public.t.b: fails when a value cannot be converted from text to integer
-- hazard breaks-readers public.t.b: changes its type from text to integer
-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN b TYPE integer USING b::integer;
