create sequence t_id_seq as integer;
create table t (id bigint primary key default nextval('t_id_seq'), n text);
alter sequence t_id_seq owned by t.id;
