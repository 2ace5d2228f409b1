-- hazard breaks-readers public.tickets: whoever still counts with it fails
DROP SEQUENCE public.tickets;

-- hazard breaks-readers public.short: whoever still uses it fails
DROP DOMAIN public.short;

-- hazard drop-type-value public.mood: removes the value 'fair'
-- hazard may-fail-on-data public.mood: fails when a row holds 'fair'
-- hazard may-fail-on-data public.calm: fails when a row does not satisfy it
-- hazard drop-column public.mark.note: deletes the attribute and what it holds
ALTER TYPE public.mood RENAME TO mood_before;

CREATE TYPE public.mood AS ENUM ('bad', 'good');

ALTER DOMAIN public.calm RENAME TO calm_before;

CREATE DOMAIN public.calm AS public.mood CONSTRAINT calm_check CHECK (((VALUE <> 'bad'::public.mood) AND (VALUE IS NOT NULL)));

ALTER TYPE public.mark RENAME TO mark_before;

CREATE TYPE public.mark AS (
  mood public.mood,
  place text
);

ALTER TYPE public.marks RENAME TO marks_before;

CREATE TYPE public.marks AS (
  first public.mark,
  others public.mark[]
);

CREATE FUNCTION public.mark_before_carried(public.mark_before) RETURNS public.mark LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN (SELECT CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(($1).mood::text::public.mood, ($1).place)::public.mark END); END';

CREATE FUNCTION public.mark_before_carried(public.mark_before[]) RETURNS public.mark[] LANGUAGE plpgsql IMMUTABLE AS 'DECLARE
  items text[];
BEGIN
  IF pg_catalog.array_ndims($1) IS NULL THEN
    RETURN $1::text;
  END IF;
  items := ARRAY(
    SELECT pg_catalog.btrim(ARRAY[public.mark_before_carried(e)]::text, ''{}'')
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

CREATE FUNCTION public.marks_before_carried(public.marks_before) RETURNS public.marks LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN (SELECT CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(public.mark_before_carried(($1).first), public.mark_before_carried(($1).others))::public.marks END); END';

CREATE FUNCTION public.marks_before_carried(public.marks_before[]) RETURNS public.marks[] LANGUAGE plpgsql IMMUTABLE AS 'DECLARE
  items text[];
BEGIN
  IF pg_catalog.array_ndims($1) IS NULL THEN
    RETURN $1::text;
  END IF;
  items := ARRAY(
    SELECT pg_catalog.btrim(ARRAY[public.marks_before_carried(e)]::text, ''{}'')
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

-- hazard table-rewrite public.seen: writes the whole table anew
-- hazard blocks-reads public.seen: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.seen
  ALTER COLUMN calm TYPE public.calm USING calm::text::public.calm,
  ALTER COLUMN mark TYPE public.mark USING public.mark_before_carried(mark),
  ALTER COLUMN marks TYPE public.marks USING public.marks_before_carried(marks),
  ALTER COLUMN moods TYPE public.mood[] USING moods::text[]::public.mood[];

DROP FUNCTION public.mark_before_carried(public.mark_before);

DROP FUNCTION public.mark_before_carried(public.mark_before[]);

DROP FUNCTION public.marks_before_carried(public.marks_before);

DROP FUNCTION public.marks_before_carried(public.marks_before[]);

DROP TYPE public.marks_before;

DROP TYPE public.mark_before;

DROP DOMAIN public.calm_before;

DROP TYPE public.mood_before;
