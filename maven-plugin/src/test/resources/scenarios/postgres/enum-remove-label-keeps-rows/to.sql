create type mood as enum ('sad', 'happy');
create table t (id int primary key, m mood default 'sad', ms mood[]);
create view v as select m from t;
create index t_m on t (m);
