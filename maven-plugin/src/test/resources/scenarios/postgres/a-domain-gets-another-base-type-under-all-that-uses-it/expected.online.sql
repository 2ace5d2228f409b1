-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

COMMENT ON CONSTRAINT filled ON DOMAIN public.code IS NULL;

COMMENT ON DOMAIN public.short_code IS NULL;

DROP VIEW public.coded;

DROP INDEX public.things_code;

DROP FUNCTION public.show(public.code);

ALTER TABLE public.things ALTER COLUMN code DROP DEFAULT;

ALTER DOMAIN public.code RENAME TO code_before;

CREATE DOMAIN public.code AS text CONSTRAINT filled CHECK ((VALUE <> ''::text));

ALTER DOMAIN public.short_code RENAME TO short_code_before;

CREATE DOMAIN public.short_code AS public.code CONSTRAINT short CHECK ((length((VALUE)::text) < 4));

ALTER TYPE public.pair RENAME TO pair_before;

CREATE TYPE public.pair AS (
  one public.code,
  two public.short_code
);

-- hazard table-rewrite public.things: writes the whole table anew
-- hazard blocks-reads public.things: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.things
  ALTER COLUMN code TYPE public.code USING code::text::public.code,
  ALTER COLUMN codes TYPE public.code[] USING codes::text[]::public.code[],
  ALTER COLUMN pair TYPE public.pair USING pair::text::public.pair,
  ALTER COLUMN short TYPE public.short_code USING short::text::public.short_code;

ALTER DOMAIN public.code ADD CONSTRAINT upper_case CHECK ((VALUE = upper(VALUE))) NOT VALID;

DROP TYPE public.pair_before;

DROP DOMAIN public.short_code_before;

DROP DOMAIN public.code_before;

ALTER TABLE public.things ALTER COLUMN code SET DEFAULT 'x'::text;

CREATE OR REPLACE FUNCTION public.show(public.code)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN ('c'::text || ($1)::text);

CREATE VIEW public.coded AS
SELECT code
   FROM public.things;

COMMENT ON CONSTRAINT filled ON DOMAIN public.code IS 'not empty';

COMMENT ON DOMAIN public.short_code IS 'of three';

-- part 2 of 2: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.things_code;

-- hazard full-scan public.things: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY things_code ON public.things (public.show(code));
