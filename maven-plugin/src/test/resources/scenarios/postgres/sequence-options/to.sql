create sequence s increment by 5 maxvalue 1000 cycle;
create table t (id int default nextval('s'), b int default nextval('s'));
alter sequence s owned by t.id;
