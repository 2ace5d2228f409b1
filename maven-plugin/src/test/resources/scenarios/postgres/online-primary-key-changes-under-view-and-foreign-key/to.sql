create table t (id integer, a integer, constraint t_pk primary key (id, a));
create table o (t_id integer, t_a integer, constraint o_t foreign key (t_id, t_a) references t (id, a));
create view v as select t.id, t.a, count(*) as n from t join o on o.t_id = t.id group by t.id, t.a;
