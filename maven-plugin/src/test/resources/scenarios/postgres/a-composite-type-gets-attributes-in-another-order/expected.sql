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

CREATE FUNCTION public.address_before_carried(public.address_before[]) RETURNS public.address[] LANGUAGE plpgsql IMMUTABLE AS 'DECLARE
  items text[];
BEGIN
  IF pg_catalog.array_ndims($1) IS NULL THEN
    RETURN $1::text;
  END IF;
  items := ARRAY(
    SELECT pg_catalog.btrim(ARRAY[public.address_before_carried(e)]::text, ''{}'')
    FROM (SELECT e, pg_catalog.row_number() OVER () AS n
          FROM (SELECT pg_catalog.unnest($1) AS e) AS u) AS o ORDER BY n);
  FOR dimension IN REVERSE pg_catalog.array_ndims($1)..1 LOOP
    items := ARRAY(
      SELECT ''{'' || pg_catalog.string_agg(i, '','' ORDER BY n) || ''}''
      FROM pg_catalog.unnest(items) WITH ORDINALITY AS u(i, n)
      GROUP BY (n - 1) / pg_catalog.array_length($1, dimension)
      ORDER BY (n - 1) / pg_catalog.array_length($1, dimension));
  END LOOP;
  RETURN pg_catalog.array_dims($1) || ''='' || items[1];
END';

CREATE FUNCTION public.homes_before_carried(public.homes_before) RETURNS public.homes LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN (SELECT CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(public.address_before_carried(($1).one), public.address_before_carried(($1).others))::public.homes END); END';

CREATE FUNCTION public.homes_before_carried(public.homes_before[]) RETURNS public.homes[] LANGUAGE plpgsql IMMUTABLE AS 'DECLARE
  items text[];
BEGIN
  IF pg_catalog.array_ndims($1) IS NULL THEN
    RETURN $1::text;
  END IF;
  items := ARRAY(
    SELECT pg_catalog.btrim(ARRAY[public.homes_before_carried(e)]::text, ''{}'')
    FROM (SELECT e, pg_catalog.row_number() OVER () AS n
          FROM (SELECT pg_catalog.unnest($1) AS e) AS u) AS o ORDER BY n);
  FOR dimension IN REVERSE pg_catalog.array_ndims($1)..1 LOOP
    items := ARRAY(
      SELECT ''{'' || pg_catalog.string_agg(i, '','' ORDER BY n) || ''}''
      FROM pg_catalog.unnest(items) WITH ORDINALITY AS u(i, n)
      GROUP BY (n - 1) / pg_catalog.array_length($1, dimension)
      ORDER BY (n - 1) / pg_catalog.array_length($1, dimension));
  END LOOP;
  RETURN pg_catalog.array_dims($1) || ''='' || items[1];
END';

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
