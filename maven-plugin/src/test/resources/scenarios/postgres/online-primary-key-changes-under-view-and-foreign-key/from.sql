create table t (id integer, a integer, constraint t_pk primary key (id));
create table o (t_id integer, t_a integer, constraint o_t foreign key (t_id) references t (id));
create view v as select t.id, t.a, count(*) as n from t join o on o.t_id = t.id group by t.id;
