create type address as (street text, number integer, town text);
create type homes as (one address, others address[]);
create table people (id integer primary key, home address, former address[], both_homes homes, all_homes homes[]);
