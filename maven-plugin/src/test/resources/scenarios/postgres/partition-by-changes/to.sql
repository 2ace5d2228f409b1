create table logs (id int not null, at date not null) partition by list (at);
create table logs_1 partition of logs for values in ('2020-01-01');
create view logs_of_today as select id from logs where at = current_date;
