create table readings (id int not null, at date not null, primary key (id, at)) partition by range (at);
create table readings_old partition of readings for values from ('2019-01-01') to ('2021-01-01');
create index readings_old_own on readings_old (at);
