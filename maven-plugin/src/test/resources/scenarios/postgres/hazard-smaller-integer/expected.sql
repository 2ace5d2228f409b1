-- hazard narrow-type public.t.a: may cut or round what it holds, from bigint to smallint
-- hazard may-fail-on-data public.t.a: fails when a value cannot be converted from bigint to smallint
-- hazard breaks-readers public.t.a: changes its type from bigint to smallint
-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE smallint;

-- hazard narrow-type public.t.n: may cut or round what it holds, from numeric(10,3) to numeric(6,1)
-- hazard may-fail-on-data public.t.n: fails when a value cannot be converted from numeric(10,3) to numeric(6,1)
-- hazard breaks-readers public.t.n: changes its type from numeric(10,3) to numeric(6,1)
-- hazard table-rewrite public.t: writes the whole table anew
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN n TYPE numeric(6,1);
