create type span;
create function tidy(span) returns span as 'int4range_canonical' language internal immutable strict;
create type span as range (subtype = integer, canonical = tidy);
create function days(span) returns integer language sql immutable return upper($1) - lower($1);
create table jobs (id integer primary key, days span);
comment on function tidy(span) is 'closes at the left';
