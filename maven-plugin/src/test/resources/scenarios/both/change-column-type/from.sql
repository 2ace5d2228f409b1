create table users (id integer primary key, name text not null, email text);
create view names as select id, name from users;
