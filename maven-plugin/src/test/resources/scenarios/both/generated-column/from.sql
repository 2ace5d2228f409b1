create table t (id integer primary key, price numeric, quantity integer);
