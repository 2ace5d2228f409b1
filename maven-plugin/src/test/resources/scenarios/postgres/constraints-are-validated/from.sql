create table makers (id int primary key);
create table goods (price int, maker int);
alter table goods add constraint positive check (price > 0) not valid;
alter table goods add constraint made foreign key (maker) references makers not valid;
