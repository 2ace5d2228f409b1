create type number;
create function number_in(cstring) returns number as 'int4in' language internal immutable strict;
create function number_out(number) returns cstring as 'int4out' language internal immutable strict;
create type number (input = number_in, output = number_out, like = integer);
create table numbers (id integer primary key, n number);
create type lone;
comment on type lone is 'to come';
