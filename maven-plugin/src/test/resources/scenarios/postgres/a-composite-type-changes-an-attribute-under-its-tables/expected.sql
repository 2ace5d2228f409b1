COMMENT ON COLUMN public.point3.x IS NULL;

COMMENT ON TYPE public.point3 IS NULL;

DROP VIEW public.flat_shapes;

DROP FUNCTION public.flat(public.point3);

ALTER TABLE public.shapes ALTER COLUMN far DROP DEFAULT;

ALTER TYPE public.point3 RENAME TO point3_before;

CREATE TYPE public.point3 AS (
  x bigint,
  y integer,
  label text
);

ALTER TYPE public.stroke RENAME TO stroke_before;

CREATE TYPE public.stroke AS (
  a public.point3,
  b public.point3
);

-- hazard table-rewrite public.shapes: writes the whole table anew
-- hazard blocks-reads public.shapes: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.shapes
  ALTER COLUMN at TYPE public.point3 USING at::text::public.point3,
  ALTER COLUMN far TYPE public.point3 USING far::text::public.point3,
  ALTER COLUMN lines TYPE public.stroke[] USING lines::text[]::public.stroke[];

DROP TYPE public.stroke_before;

DROP TYPE public.point3_before;

ALTER TABLE public.shapes ALTER COLUMN far SET DEFAULT ROW((0)::bigint, 0, 'z'::text)::public.point3;

CREATE OR REPLACE FUNCTION public.flat(public.point3)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN ((($1).x + ($1).y))::integer;

CREATE VIEW public.flat_shapes AS
SELECT id,
    (at).x AS x
   FROM public.shapes;

COMMENT ON COLUMN public.point3.x IS 'to the right';

COMMENT ON TYPE public.point3 IS 'in space';
