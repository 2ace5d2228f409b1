-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

DROP INDEX public.notes_words;

ALTER TABLE public.notes DROP COLUMN words;

DROP TEXT SEARCH CONFIGURATION public.c;

DROP TEXT SEARCH DICTIONARY public.stems;

CREATE TEXT SEARCH DICTIONARY public.stems (
  TEMPLATE = pg_catalog.simple,
  stopwords = 'english'
);

CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = pg_catalog."default");

ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR asciihword, email, file, "float", host, hword, hword_asciipart, hword_numpart, hword_part, "int", numhword, numword, sfloat, uint, url, url_path, version, word WITH pg_catalog.simple;

ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR asciiword WITH public.stems;

-- hazard table-rewrite public.notes: writes the whole table anew
-- hazard blocks-reads public.notes: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.notes ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('public.c'::regconfig, note)) STORED;

COMMENT ON TEXT SEARCH CONFIGURATION public.c IS 'of notes';

COMMENT ON TEXT SEARCH DICTIONARY public.stems IS 'cuts words';

-- part 2 of 2: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.notes_words;

-- hazard full-scan public.notes: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY notes_words ON public.notes USING gin (words);
