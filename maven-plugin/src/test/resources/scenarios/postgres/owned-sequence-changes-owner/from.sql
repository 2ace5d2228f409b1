create table a (id int);
create table b (id int);
create sequence counter owned by a.id;
