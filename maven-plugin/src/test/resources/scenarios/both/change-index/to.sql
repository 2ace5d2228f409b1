create table users (id integer primary key, name text not null, email text);
create unique index users_i on users (name, email);
