create table t (id int primary key, a bigint default 2, b varchar(20));
create index t_a on t (a) where a > 0;
create view v as select a, b from t;
create materialized view m as select a from t;
create unique index m_a on m (a);
