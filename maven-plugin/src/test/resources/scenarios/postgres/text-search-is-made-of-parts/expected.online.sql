-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

CREATE SCHEMA search;

-- hazard privilege search.words: needs a superuser
CREATE TEXT SEARCH PARSER search.words (
  START = prsd_start,
  GETTOKEN = prsd_nexttoken,
  END = prsd_end,
  LEXTYPES = prsd_lextype,
  HEADLINE = prsd_headline
);

-- hazard privilege search.plain: needs a superuser
CREATE TEXT SEARCH TEMPLATE search.plain (
  INIT = dsimple_init,
  LEXIZE = dsimple_lexize
);

CREATE TEXT SEARCH DICTIONARY search.english (
  TEMPLATE = search.plain,
  accept = 'false',
  stopwords = 'english'
);

CREATE TEXT SEARCH CONFIGURATION search.notes (PARSER = search.words);

ALTER TEXT SEARCH CONFIGURATION search.notes ADD MAPPING FOR numword WITH pg_catalog.simple;

ALTER TEXT SEARCH CONFIGURATION search.notes ADD MAPPING FOR asciiword, word WITH search.english, pg_catalog.simple;

COMMENT ON TEXT SEARCH CONFIGURATION search.notes IS 'for notes';

COMMENT ON TEXT SEARCH DICTIONARY search.english IS 'knows words';

COMMENT ON TEXT SEARCH PARSER search.words IS 'splits';

COMMENT ON TEXT SEARCH TEMPLATE search.plain IS 'leaves as it is';

-- part 2 of 2: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.notes_note;

-- hazard full-scan public.notes: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY notes_note ON public.notes USING gin (to_tsvector('search.notes'::regconfig, note));
