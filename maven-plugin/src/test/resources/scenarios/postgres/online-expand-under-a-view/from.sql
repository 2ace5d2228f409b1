create table t (id integer primary key, amount integer not null);
create view v as select amount from t;
