create function back(integer, integer) returns integer language sql immutable return btint4cmp($2, $1);
create operator class backwards for type integer using btree as
  operator 1 >, operator 2 >=, operator 3 =, operator 4 <=, operator 5 <, function 1 back(integer, integer);
create operator class of_texts for type text using gin as
  operator 1 =, function 1 bttextcmp(text, text),
  function 2 ginarrayextract(anyarray, internal, internal), storage text;
create table numbers (n integer);
create index numbers_back on numbers (n backwards);
comment on operator class backwards using btree is 'greatest first';
comment on operator family backwards using btree is 'of the class';
