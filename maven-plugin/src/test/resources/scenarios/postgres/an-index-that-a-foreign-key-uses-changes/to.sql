create table accounts (id integer primary key, email text);
create unique index accounts_id on accounts (id) include (email);
create table logins (account integer constraint of_account references accounts (id));
