create table a (id int);
create table b (id int);
create sequence counter owned by b.id;
alter table b alter column id set default nextval('counter');
