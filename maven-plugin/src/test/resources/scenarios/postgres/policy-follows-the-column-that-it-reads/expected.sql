DROP POLICY by_id ON public.notes;

-- hazard breaks-readers public.notes.by_share: closes the rows that it opened
DROP POLICY by_share ON public.notes;

-- hazard drop-column public.notes.shared: deletes the column and what it holds
ALTER TABLE public.notes DROP COLUMN shared;

-- hazard narrow-type public.notes.id: may cut or round what it holds, from bigint to integer
-- hazard may-fail-on-data public.notes.id: fails when a value cannot be converted from bigint to integer
-- hazard breaks-readers public.notes.id: changes its type from bigint to integer
-- hazard table-rewrite public.notes: writes the whole table anew
-- hazard blocks-reads public.notes: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.notes ALTER COLUMN id TYPE integer;

CREATE POLICY by_id ON public.notes USING ((id < 1000));

COMMENT ON POLICY by_id ON public.notes IS 'kept';
