create table goods (price int, vat int generated always as (price * 19 / 100) stored);
create index goods_vat on goods (vat);
