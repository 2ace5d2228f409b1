create table readings (id int, level int default 1, constraint not_empty check (level > 0));
create index readings_level on readings (level);
create view high as select id from readings where level > 5;
