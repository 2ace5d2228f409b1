create table users (id integer primary key, name text not null, email text);
create view a as select name, id, email from users;
create view b as select id from a;
