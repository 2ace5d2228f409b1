create table customers (id integer, tenant integer not null, name text, constraint customers_old primary key (id));
create table orders (id integer primary key, customer integer constraint of_customer references customers);
create view named as select id, name from customers group by id;
