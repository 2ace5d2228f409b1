create table t (id integer primary key autoincrement, a text, b blob);
create index t_a on t (a);
create trigger t_ins after insert on t begin update t set a = 'x' where id = new.id; end;
create view v as select a from t;
