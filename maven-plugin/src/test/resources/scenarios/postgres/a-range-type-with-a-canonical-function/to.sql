create type span;
create function tidy(span) returns span as 'int4range_canonical' language internal immutable strict;
create type span as range (subtype = integer, canonical = tidy);
create table jobs (id integer primary key, days span);
comment on type span is 'whole days';
