create table current_orders (id integer primary key, total bigint);
create table old_orders (id integer primary key, total integer);
