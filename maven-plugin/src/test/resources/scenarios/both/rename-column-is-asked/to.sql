create table users (id integer primary key, full_name text not null, email text);
