create type address as (street text, number integer, town text);
create table people (id integer primary key, home address, former text);
comment on column address.number is 'on the door';
comment on column address.street is 'as written';
