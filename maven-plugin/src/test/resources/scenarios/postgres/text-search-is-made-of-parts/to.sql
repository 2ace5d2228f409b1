create schema search;
create text search parser search.words (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end,
  lextypes = prsd_lextype, headline = prsd_headline);
create text search template search.plain (init = dsimple_init, lexize = dsimple_lexize);
create text search dictionary search.english (template = search.plain, stopwords = english, accept = false);
create text search configuration search.notes (parser = search.words);
alter text search configuration search.notes add mapping for asciiword, word with search.english, pg_catalog.simple;
alter text search configuration search.notes add mapping for numword with simple;
create table notes (note text);
create index notes_note on notes using gin (to_tsvector('search.notes', note));
comment on text search parser search.words is 'splits';
comment on text search template search.plain is 'leaves as it is';
comment on text search dictionary search.english is 'knows words';
comment on text search configuration search.notes is 'for notes';
