create table readings (id int not null, at date not null, unit text, primary key (id, at), check (id > 0)) partition by range (at);
create index readings_unit on readings (unit);
create table readings_old (id int not null, at date not null);
