create table users (id integer primary key, name text not null, email text);
create table orders (id integer primary key, user_id integer not null references users (id), total numeric(10,2) default 0 check (total >= 0));
create index orders_user on orders (user_id);
