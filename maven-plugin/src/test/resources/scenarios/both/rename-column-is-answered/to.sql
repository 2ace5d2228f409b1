create table users (id integer primary key, full_name text not null, email text);
create view names as select id, full_name as name from users;
