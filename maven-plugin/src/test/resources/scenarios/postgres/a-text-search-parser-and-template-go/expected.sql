DROP TEXT SEARCH CONFIGURATION public.c;

DROP TEXT SEARCH DICTIONARY public.d;

DROP TEXT SEARCH TEMPLATE public.plain;

DROP TEXT SEARCH PARSER public.words;

-- hazard privilege public.words: needs a superuser
CREATE TEXT SEARCH PARSER public.words (
  START = prsd_start,
  GETTOKEN = prsd_nexttoken,
  END = prsd_end,
  LEXTYPES = prsd_lextype,
  HEADLINE = prsd_headline
);

CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = public.words);

ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR word WITH pg_catalog.simple;
