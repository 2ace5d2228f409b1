-- hazard narrow-type public.t.a: may cut or round what it holds, from double precision to integer
-- hazard may-fail-on-data public.t.a: fails when a value cannot be converted from double precision to integer
-- hazard breaks-readers public.t.a: changes its type from double precision to integer
-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE integer;
