create table readings (id int not null, at date not null) partition by range (at);
create index readings_id on readings (id);
create table readings_old (id int not null, at date not null);
create index readings_old_own on readings_old (id);
