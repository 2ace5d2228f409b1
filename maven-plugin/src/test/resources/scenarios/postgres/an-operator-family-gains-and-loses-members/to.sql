create operator family sizes using btree;
create operator class small for type smallint using btree family sizes as
  operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint2cmp(smallint, smallint);
create operator class whole for type integer using btree family sizes as
  operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(integer, integer);
alter operator family sizes using btree add
  operator 1 < (integer, smallint), function 1 (integer, smallint) btint42cmp(integer, smallint),
  function 2 (integer, integer) btint4sortsupport(internal);
create table numbers (n integer);
create index numbers_whole on numbers (n whole);
create operator family nearest using gist;
alter operator family nearest using gist add operator 15 <-> (point, point) for order by float_ops;
