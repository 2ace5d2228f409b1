create table users (id integer primary key, name text not null, email text);
create table orders (id integer primary key, user_id integer, constraint orders_user_fk foreign key (user_id) references users (id) on delete cascade);
