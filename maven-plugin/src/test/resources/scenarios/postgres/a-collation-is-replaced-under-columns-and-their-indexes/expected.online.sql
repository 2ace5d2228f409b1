-- part 1 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

COMMENT ON COLLATION public.folded IS NULL;

DROP VIEW public.nicks;

DROP INDEX public.people_given;

DROP INDEX public.people_nick;

DROP INDEX public.people_other;

ALTER TABLE public.people DROP CONSTRAINT nick_is_lower;

ALTER TABLE public.people DROP CONSTRAINT people_nick_key;

ALTER TABLE public.people ALTER COLUMN nick DROP DEFAULT;

ALTER COLLATION public.folded RENAME TO folded_before;

CREATE COLLATION public.folded (provider = icu, locale = 'und-u-ks-level1', deterministic = false);

ALTER DOMAIN public.brief RENAME TO brief_before;

CREATE DOMAIN public.brief AS text COLLATE public.folded CONSTRAINT short CHECK ((length(VALUE) < 40));

ALTER TYPE public.person RENAME TO person_before;

CREATE TYPE public.person AS (
  first text COLLATE public.folded,
  last text
);

-- hazard table-rewrite public.people: writes the whole table anew
-- hazard blocks-reads public.people: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.people
  ALTER COLUMN given TYPE public.brief USING given::text::public.brief,
  ALTER COLUMN nick TYPE text COLLATE public.folded,
  ALTER COLUMN whole TYPE public.person USING whole::text::public.person;

DROP TYPE public.person_before;

DROP DOMAIN public.brief_before;

DROP COLLATION public.folded_before;

ALTER TABLE public.people ALTER COLUMN nick SET DEFAULT 'x'::text;

ALTER TABLE public.people ADD CONSTRAINT nick_is_lower CHECK ((nick >= ('a'::text COLLATE public.folded))) NOT VALID;

CREATE VIEW public.nicks AS
SELECT nick
   FROM public.people
  WHERE (nick < 'q'::text);

COMMENT ON COLLATION public.folded IS 'folds case';

-- part 2 of 4: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.people_nick_key_new;

-- hazard may-fail-on-data public.people.people_nick_key: fails when two rows conflict
-- hazard full-scan public.people: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY people_nick_key_new ON public.people (nick);

DROP INDEX CONCURRENTLY IF EXISTS public.people_given;

-- hazard full-scan public.people: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY people_given ON public.people (given);

DROP INDEX CONCURRENTLY IF EXISTS public.people_nick;

-- hazard full-scan public.people: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY people_nick ON public.people (nick, id);

DROP INDEX CONCURRENTLY IF EXISTS public.people_other;

-- hazard full-scan public.people: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY people_other ON public.people (((nick || 'x'::text)) COLLATE public.folded);

-- part 3 of 4: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.people.nick_is_lower: fails when a row does not satisfy it
-- hazard full-scan public.people: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.people VALIDATE CONSTRAINT nick_is_lower;

-- part 4 of 4: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.people ADD CONSTRAINT people_nick_key UNIQUE USING INDEX people_nick_key_new;
