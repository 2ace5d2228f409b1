create table u (id integer primary key);
create table t (id integer primary key, u_id integer, v_id integer);
alter table t add constraint t_u foreign key (u_id) references u on delete cascade;
alter table t add constraint t_v foreign key (v_id) references u deferrable;
