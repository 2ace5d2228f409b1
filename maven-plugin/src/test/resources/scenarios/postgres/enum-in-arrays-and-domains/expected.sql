ALTER TABLE public.walls ALTER COLUMN used DROP DEFAULT;

-- hazard drop-type-value public.colour: removes the value 'green'
-- hazard may-fail-on-data public.colour: fails when a row holds 'green'
ALTER TYPE public.colour RENAME TO colour_before;

CREATE TYPE public.colour AS ENUM ('red', 'blue', 'white');

ALTER DOMAIN public.paint RENAME TO paint_before;

CREATE DOMAIN public.paint AS public.colour CONSTRAINT paint_check CHECK ((VALUE <> 'blue'::public.colour));

-- hazard table-rewrite public.walls: writes the whole table anew
-- hazard blocks-reads public.walls: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.walls
  ALTER COLUMN coat TYPE public.paint USING coat::text::public.paint,
  ALTER COLUMN used TYPE public.colour[] USING used::text[]::public.colour[];

DROP DOMAIN public.paint_before;

DROP TYPE public.colour_before;

ALTER TABLE public.walls ALTER COLUMN used SET DEFAULT '{red}'::public.colour[];
