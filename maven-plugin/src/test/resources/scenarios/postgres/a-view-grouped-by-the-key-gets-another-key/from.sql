create table customers (id integer, tenant integer not null, name text, constraint customers_id primary key (id));
create view named as select id, tenant, name from customers group by id;
