create table users (id integer primary key, name text not null, email text, constraint users_email_key unique (email), constraint users_name_check check (length(name) > 0));
