create function hash(integer) returns integer as 'hashint4' language internal immutable strict;
create operator family ordering using hash;
create operator class hashed for type integer using hash family ordering as
  operator 1 =, function 1 hashint4(integer);
create table numbers (n integer);
create index numbers_hashed on numbers using hash (n hashed);
comment on index numbers_hashed is 'quick';
comment on operator class hashed using hash is 'spreads';
