create table t (id integer primary key, amount bigint not null);
create view v as select amount from t;
