create schema fresh;
create table fresh.a (id int primary key);
