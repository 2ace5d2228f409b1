create table readings (id int not null, at date not null) partition by range (at);
create table readings_old partition of readings for values from ('2020-01-01') to ('2021-01-01');
