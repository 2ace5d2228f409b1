create table sales (id int, amount int);
create materialized view totals as select id, sum(amount) as total, count(*) as n from sales group by id;
create unique index totals_id on totals (id);
create view big as select id from totals where total > 10;
comment on materialized view totals is 'kept';
