create table makers (id int primary key);
create table goods (maker int constraint made references makers);
