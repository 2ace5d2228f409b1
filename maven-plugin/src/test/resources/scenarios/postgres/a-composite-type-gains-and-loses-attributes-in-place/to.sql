create type address as (street text, town text, zip integer);
create table people (id integer primary key, home address, former text);
comment on column address.street is 'as written';
comment on column address.zip is 'of the town';
