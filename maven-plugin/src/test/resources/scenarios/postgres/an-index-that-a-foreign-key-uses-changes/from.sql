create table accounts (id integer not null, email text);
create unique index accounts_id on accounts (id);
create table logins (account integer constraint of_account references accounts (id));
alter table accounts add primary key (id);
