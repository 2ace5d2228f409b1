create table makers (id int primary key);
create table parts (id int not null, maker int references makers on delete cascade, primary key (id)) partition by range (id);
create table parts_1 partition of parts for values from (0) to (10);
create table parts_2 partition of parts for values from (10) to (20);
create table bins (part int references parts);
