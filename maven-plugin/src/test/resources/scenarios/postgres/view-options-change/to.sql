create table people (id int, name text);
create view named as select id from people where id > 0 with local check option;
