-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

CREATE COLLATION public.mixed (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');

CREATE COLLATION public."natural" (provider = icu, locale = 'en-u-kn-true');

CREATE COLLATION public.nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);

CREATE COLLATION public.plain (provider = libc, locale = 'C');

ALTER TABLE public.words ALTER COLUMN word TYPE text COLLATE public."natural";

COMMENT ON COLLATION public.nocase IS 'upper and lower case are one';

-- part 2 of 2: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.words_nocase;

-- hazard full-scan public.words: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY words_nocase ON public.words (word COLLATE public.nocase);
