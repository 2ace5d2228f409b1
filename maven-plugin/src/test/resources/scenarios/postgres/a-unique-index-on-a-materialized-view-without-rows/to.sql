create table items (id integer primary key, n integer);
create materialized view kept as select n, count(*) as c from items group by n with no data;
create unique index kept_n on kept (n);
