create table p (id bigint primary key, code text unique);
create table c (id integer primary key, p bigint not null references p, n bigint generated always as identity);
create view v as select c.id, p.code from c join p on p.id = c.p;
