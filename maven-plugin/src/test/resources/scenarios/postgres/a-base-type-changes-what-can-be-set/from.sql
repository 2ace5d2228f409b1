create type number;
create function number_in(cstring) returns number as 'int4in' language internal immutable strict;
create function number_out(number) returns cstring as 'int4out' language internal immutable strict;
create function number_receive(internal) returns number as 'int4recv' language internal immutable strict;
create function number_send(number) returns bytea as 'int4send' language internal immutable strict;
create type number (input = number_in, output = number_out, receive = number_receive, like = integer);
create table numbers (id integer primary key, n number);
