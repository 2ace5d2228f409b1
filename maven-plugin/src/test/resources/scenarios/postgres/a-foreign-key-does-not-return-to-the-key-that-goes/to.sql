create table customers (id integer constraint customers_id unique, tenant integer not null, name text, constraint customers_new primary key (tenant, id));
create table orders (id integer primary key, customer integer constraint of_customer references customers (id));
create table regions (id integer primary key, name text);
create view named as select id, name from customers group by id, name;
