create operator family sizes using btree;
create operator class small for type smallint using btree family sizes as
  operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint2cmp(smallint, smallint);
create operator class whole for type integer using btree family sizes as
  operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(integer, integer);
alter operator family sizes using btree add
  operator 1 < (smallint, integer), function 1 (smallint, integer) btint24cmp(smallint, integer);
create table numbers (n integer);
create index numbers_whole on numbers (n whole);
