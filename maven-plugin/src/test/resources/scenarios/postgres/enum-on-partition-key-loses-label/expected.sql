ALTER TABLE public.things DETACH PARTITION public.things_red;

DROP TABLE public.things;

-- hazard drop-type-value public.colour: removes the value 'blue'
-- hazard may-fail-on-data public.colour: fails when a row holds 'blue'
ALTER TYPE public.colour RENAME TO colour_before;

CREATE TYPE public.colour AS ENUM ('red', 'green');

-- hazard table-rewrite public.things_red: writes the whole table anew
-- hazard blocks-reads public.things_red: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.things: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.things_red ALTER COLUMN hue TYPE public.colour USING hue::text::public.colour;

DROP TYPE public.colour_before;

CREATE TABLE public.things (
  id integer,
  hue public.colour NOT NULL
) PARTITION BY LIST (hue);

-- hazard may-fail-on-data public.things_red: fails when a row lies outside the partition
-- hazard full-scan public.things_red: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.things_red: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.things ATTACH PARTITION public.things_red FOR VALUES IN ('red');
