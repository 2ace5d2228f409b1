create table accounts (id integer, email text, constraint accounts_key primary key (id));
create unique index accounts_id on accounts (id, email);
create table logins (account integer constraint of_account references accounts (id));
