create table logs (id int not null, at date not null) partition by range (at);
create table logs_1 partition of logs for values from ('2020-01-01') to ('2021-01-01');
