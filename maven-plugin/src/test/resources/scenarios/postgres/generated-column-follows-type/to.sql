create table goods (price numeric, vat numeric generated always as (price * 19 / 100) stored);
create index goods_vat on goods (vat);
