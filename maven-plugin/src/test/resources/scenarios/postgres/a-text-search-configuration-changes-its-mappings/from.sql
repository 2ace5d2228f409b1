create text search configuration c (copy = english);
alter text search configuration c drop mapping for hword_asciipart;
create table notes (note text);
create index notes_note on notes using gin (to_tsvector('c', note));
