create table users (id integer primary key, name text not null, email text);
create view a as select id, name from users;
create view b as select id from a;
