create table people (id int, name text, born date);
create view named as select id, name, born from people;
create view above as select id, name from named;
comment on view above is 'kept';
