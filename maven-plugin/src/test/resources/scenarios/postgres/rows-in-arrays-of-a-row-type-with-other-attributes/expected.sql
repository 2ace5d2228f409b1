ALTER TABLE public.board DROP CONSTRAINT same_grid;

ALTER TABLE public.board DROP CONSTRAINT same_rest;

ALTER TYPE public.mood RENAME TO mood_before1;

CREATE TYPE public.mood AS ENUM ('good', 'bad');

ALTER TYPE public.mark RENAME TO mark_before;

CREATE TYPE public.mark AS (
  place text,
  note text,
  mood public.mood
);

ALTER DOMAIN public.strict_mark RENAME TO strict_mark_before;

CREATE DOMAIN public.strict_mark AS public.mark CONSTRAINT strict_mark_check CHECK (((VALUE).place <> 'nowhere'::text));

ALTER TYPE public.marks RENAME TO marks_before;

CREATE TYPE public.marks AS (
  first public.strict_mark,
  others public.mark[]
);

CREATE FUNCTION public.mark_before_carried(public.mark_before) RETURNS public.mark LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN (SELECT CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(($1).place, ($1).note, ($1).mood::text::public.mood)::public.mark END); END';

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

CREATE FUNCTION public.marks_before_carried(public.marks_before) RETURNS public.marks LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN (SELECT CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(public.strict_mark_before_carried(($1).first), public.mark_before_carried(($1).others))::public.marks END); END';

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

CREATE FUNCTION public.strict_mark_before_carried(public.strict_mark_before) RETURNS public.strict_mark LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN (public.mark_before_carried($1)::public.strict_mark); END';

CREATE FUNCTION public.strict_mark_before_carried(public.strict_mark_before[]) RETURNS public.strict_mark[] LANGUAGE plpgsql IMMUTABLE AS 'DECLARE
  items text[];
BEGIN
  IF pg_catalog.array_ndims($1) IS NULL THEN
    RETURN $1::text;
  END IF;
  items := ARRAY(
    SELECT pg_catalog.btrim(ARRAY[public.strict_mark_before_carried(e)]::text, ''{}'')
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

-- hazard table-rewrite public.board: writes the whole table anew
-- hazard blocks-reads public.board: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.board
  ALTER COLUMN best TYPE public.strict_mark USING public.strict_mark_before_carried(best),
  ALTER COLUMN grid TYPE public.mark[] USING public.mark_before_carried(grid),
  ALTER COLUMN pair TYPE public.marks USING public.marks_before_carried(pair),
  ALTER COLUMN rest TYPE public.strict_mark[] USING public.strict_mark_before_carried(rest);

DROP FUNCTION public.mark_before_carried(public.mark_before);

DROP FUNCTION public.mark_before_carried(public.mark_before[]);

DROP FUNCTION public.marks_before_carried(public.marks_before);

DROP FUNCTION public.marks_before_carried(public.marks_before[]);

DROP FUNCTION public.strict_mark_before_carried(public.strict_mark_before);

DROP FUNCTION public.strict_mark_before_carried(public.strict_mark_before[]);

DROP TYPE public.marks_before;

DROP DOMAIN public.strict_mark_before;

DROP TYPE public.mark_before;

DROP TYPE public.mood_before1;

-- hazard may-fail-on-data public.board.same_grid: fails when a row does not satisfy it
-- hazard full-scan public.board: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.board: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.board ADD CONSTRAINT same_grid CHECK ((concat_ws('|'::text, array_dims(grid), grid[0][2].mood, grid[1][1].note, grid[1][2].place) = '[0:1][1:2]|good|x, "y"\{}|r'::text));

-- hazard may-fail-on-data public.board.same_rest: fails when a row does not satisfy it
-- hazard full-scan public.board: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.board: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.board ADD CONSTRAINT same_rest CHECK ((concat_ws('|'::text, (best).place, (best).mood, rest[1].place, array_ndims(rest), (pair).first.place, (pair).others[2][1].place) = 'p|bad|p|1|p|q'::text));
