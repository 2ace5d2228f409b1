create table t (id integer primary key, price numeric, quantity integer, total numeric generated always as (price * quantity) stored);
