create table sales (id int not null, region text not null, at date not null, amount int, primary key (id, region, at)) partition by list (region);
create table sales_eu partition of sales for values in ('eu') partition by range (at);
create table sales_eu_1 partition of sales_eu for values from ('2020-01-01') to ('2021-01-01');
create index sales_at on sales (at);
