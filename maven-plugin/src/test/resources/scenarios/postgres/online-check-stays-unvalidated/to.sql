create table t (id integer primary key, a integer, b text);
alter table t add constraint k check (a > 3) not valid;
