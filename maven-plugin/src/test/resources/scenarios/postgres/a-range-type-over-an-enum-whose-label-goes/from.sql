create type size as enum ('s', 'm', 'l', 'xl');
create type sizes as range (subtype = size);
create table shirts (id integer primary key, kept sizes, one size);
