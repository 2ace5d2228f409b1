create table a (id int, k text, primary key (k, id)) partition by list (k);
create table b (id int, k text, primary key (k, id)) partition by list (k);
alter table a add constraint a_b foreign key (k, id) references b;
alter table b add constraint b_a foreign key (k, id) references a;
create unique index a_odd on a (id, k);
