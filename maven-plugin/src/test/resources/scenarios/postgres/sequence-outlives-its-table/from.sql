create table a (id int);
create sequence counter owned by a.id;
create table b (id int default nextval('counter'));
