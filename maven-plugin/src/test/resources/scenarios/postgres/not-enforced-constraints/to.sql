create table makers (id int primary key);
create table goods (price int, maker int, constraint positive check (price > 0) not enforced, constraint made foreign key (maker) references makers not enforced);
