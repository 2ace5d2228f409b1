create type number;
create function number_in(cstring) returns number as 'int4in' language internal immutable strict;
create function number_out(number) returns cstring as 'int4out' language internal immutable strict;
create function number_receive(internal) returns number as 'int4recv' language internal immutable strict;
create function number_send(number) returns bytea as 'int4send' language internal immutable strict;
create type number (input = number_in, output = number_out, receive = number_receive, send = number_send,
  internallength = 4, passedbyvalue, alignment = int4, storage = plain, category = 'N', preferred = true,
  default = '7', delimiter = ';');
create function number_text(number) returns text language sql immutable return $1::text;
create type list;
create function list_in(cstring) returns list as 'textin' language internal immutable strict;
create function list_out(list) returns cstring as 'textout' language internal immutable strict;
create function list_typmod_in(cstring[]) returns integer as 'varchartypmodin' language internal immutable strict;
create function list_typmod_out(integer) returns cstring as 'varchartypmodout' language internal immutable strict;
create type list (input = list_in, output = list_out, storage = extended, collatable = true,
  typmod_in = list_typmod_in, typmod_out = list_typmod_out);
create type sooner;
create table numbers (id integer primary key, n number, l list(9) collate "C");
comment on type number is 'whole';
comment on function number_in(cstring) is 'reads';
