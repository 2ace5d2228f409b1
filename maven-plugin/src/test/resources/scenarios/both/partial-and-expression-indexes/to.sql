create table users (id integer primary key, name text not null, email text);
create unique index users_email on users (lower(email)) where email is not null;
create index users_name on users (name desc);
