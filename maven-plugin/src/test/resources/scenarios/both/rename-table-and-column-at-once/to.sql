create table people (id integer primary key, full_name text, email text);
create table orders (id integer primary key, user_id integer references people (id));
