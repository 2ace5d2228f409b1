-- hazard drop-type-value public.size: removes the value 'xl'
-- hazard may-fail-on-data public.size: fails when a row holds 'xl'
-- hazard table-rewrite public.shirts: writes the whole table anew
-- hazard blocks-reads public.shirts: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.shirts
  ALTER COLUMN kept TYPE text USING kept::text,
  ALTER COLUMN one TYPE text USING one::text;

DROP TYPE public.sizes;

DROP TYPE public.size;

CREATE TYPE public.size AS ENUM ('s', 'm', 'l');

CREATE TYPE public.sizes AS RANGE (
  subtype = public.size,
  subtype_opclass = pg_catalog.enum_ops,
  multirange_type_name = public.sizes_multirange
);

-- hazard table-rewrite public.shirts: writes the whole table anew
-- hazard blocks-reads public.shirts: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.shirts
  ALTER COLUMN kept TYPE public.sizes USING kept::text::public.sizes,
  ALTER COLUMN one TYPE public.size USING one::text::public.size;
