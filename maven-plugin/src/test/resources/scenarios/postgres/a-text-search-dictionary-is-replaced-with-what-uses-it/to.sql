create text search dictionary stems (template = simple, stopwords = english);
create text search configuration c (copy = simple);
alter text search configuration c alter mapping for asciiword with stems;
create table notes (note text, words tsvector generated always as (to_tsvector('c', note)) stored);
create index notes_words on notes using gin (words);
comment on text search dictionary stems is 'cuts words';
comment on text search configuration c is 'of notes';
