DROP STATISTICS public.dropped_with_column;

DROP STATISTICS public.of_expression;

-- hazard drop-column public.places.postcode: deletes the column and what it holds
ALTER TABLE public.places DROP COLUMN postcode;

-- hazard breaks-readers public.places.size: changes its type from bigint to numeric
-- hazard table-rewrite public.places: writes the whole table anew
-- hazard blocks-reads public.places: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.places ALTER COLUMN size TYPE numeric;

CREATE STATISTICS public.of_expression ON town, (size + 1::numeric) FROM public.places;

COMMENT ON STATISTICS public.of_expression IS 'kept';
