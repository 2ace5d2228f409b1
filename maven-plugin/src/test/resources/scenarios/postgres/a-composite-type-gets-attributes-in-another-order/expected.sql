ALTER TYPE public.address RENAME TO address_before;

CREATE TYPE public.address AS (
  town text,
  zip integer,
  street text,
  number bigint
);

ALTER TYPE public.homes RENAME TO homes_before;

CREATE TYPE public.homes AS (
  one public.address,
  others public.address[]
);

CREATE FUNCTION public.address_before_carried(public.address_before) RETURNS public.address LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN (SELECT CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(($1).town, NULL::integer, ($1).street, ($1).number::text::bigint)::public.address END); END';

CREATE FUNCTION public.address_before_carried(public.address_before[]) RETURNS public.address[] LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN (SELECT CASE WHEN pg_catalog.cardinality($1) = 0 THEN ''{}'' ELSE (SELECT pg_catalog.array_agg(public.address_before_carried($1[i]) ORDER BY i) FROM pg_catalog.generate_subscripts($1, 1) i) END); END';

CREATE FUNCTION public.homes_before_carried(public.homes_before) RETURNS public.homes LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN (SELECT CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(public.address_before_carried(($1).one), public.address_before_carried(($1).others))::public.homes END); END';

CREATE FUNCTION public.homes_before_carried(public.homes_before[]) RETURNS public.homes[] LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN (SELECT CASE WHEN pg_catalog.cardinality($1) = 0 THEN ''{}'' ELSE (SELECT pg_catalog.array_agg(public.homes_before_carried($1[i]) ORDER BY i) FROM pg_catalog.generate_subscripts($1, 1) i) END); END';

-- hazard table-rewrite public.people: writes the whole table anew
-- hazard blocks-reads public.people: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.people
  ALTER COLUMN all_homes TYPE public.homes[] USING public.homes_before_carried(all_homes),
  ALTER COLUMN both_homes TYPE public.homes USING public.homes_before_carried(both_homes),
  ALTER COLUMN former TYPE public.address[] USING public.address_before_carried(former),
  ALTER COLUMN home TYPE public.address USING public.address_before_carried(home);

DROP FUNCTION public.address_before_carried(public.address_before);

DROP FUNCTION public.address_before_carried(public.address_before[]);

DROP FUNCTION public.homes_before_carried(public.homes_before);

DROP FUNCTION public.homes_before_carried(public.homes_before[]);

DROP TYPE public.homes_before;

DROP TYPE public.address_before;
