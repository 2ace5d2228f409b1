create table users (id bigint primary key, name varchar(100) not null, email text);
create view names as select id, name from users;
