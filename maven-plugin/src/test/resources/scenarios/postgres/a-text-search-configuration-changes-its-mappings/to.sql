create text search configuration c (copy = english);
alter text search configuration c drop mapping for url, host;
alter text search configuration c alter mapping for asciiword, word with simple, english_stem;
create table notes (note text);
create index notes_note on notes using gin (to_tsvector('c', note));
