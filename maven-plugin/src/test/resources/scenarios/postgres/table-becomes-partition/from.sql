create table readings (id int not null, at date not null) partition by range (at);
create table readings_old (id int not null, at date not null);
