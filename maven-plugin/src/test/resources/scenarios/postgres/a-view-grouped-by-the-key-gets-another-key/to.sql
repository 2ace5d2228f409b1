create table customers (id integer not null, tenant integer not null, name text, constraint customers_both primary key (tenant, id));
create view named as select id, tenant, name from customers group by tenant, id;
