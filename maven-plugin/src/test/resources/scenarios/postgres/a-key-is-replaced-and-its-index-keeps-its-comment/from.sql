create table t (id integer, a integer, constraint t_pk primary key (id));
comment on index t_pk is 'quick';
