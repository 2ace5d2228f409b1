create table users (id integer primary key, name text not null, email text, active integer not null default 1);
