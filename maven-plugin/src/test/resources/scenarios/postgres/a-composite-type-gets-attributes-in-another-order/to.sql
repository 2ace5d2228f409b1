create type address as (town text, zip integer, street text, number bigint);
create type homes as (one address, others address[]);
create table people (id integer primary key, home address, former address[], both_homes homes, all_homes homes[]);
