create table a (id int, k text, primary key (k, id)) partition by list (k);
create table b (id int, k text, primary key (k, id)) partition by list (k);
alter table a add constraint a_b foreign key (k, id) references b;
alter table b add constraint b_a foreign key (k, id) references a;
create table a_1 partition of a for values in ('1');
create table b_1 partition of b for values in ('1');
create unique index a_odd on a (id, k);
alter table a_1 add constraint a_1_b_1 foreign key (k, id) references b_1 (k, id);
alter table b_1 add constraint b_1_a_1 foreign key (k, id) references a_1 (k, id);
