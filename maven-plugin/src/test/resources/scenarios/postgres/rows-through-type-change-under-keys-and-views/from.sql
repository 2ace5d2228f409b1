create table p (id integer primary key, code varchar(10) unique);
create table c (id integer primary key, p integer not null references p, n smallint generated always as identity);
create view v as select c.id, p.code from c join p on p.id = c.p;
