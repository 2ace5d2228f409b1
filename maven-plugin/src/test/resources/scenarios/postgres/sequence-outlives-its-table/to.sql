create sequence counter;
create table b (id int default nextval('counter'));
