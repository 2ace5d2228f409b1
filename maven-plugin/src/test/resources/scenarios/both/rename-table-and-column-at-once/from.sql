create table users (id integer primary key, name text, email text);
create table orders (id integer primary key, user_id integer references users (id));
