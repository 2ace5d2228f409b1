create table people (id serial primary key, name text);
