create type span as range (subtype = integer, multirange_type_name = spans);
create type job as (name text, days span);
create table jobs (id integer primary key, days span, more spans, all_of span[], job job);
create type unused as range (subtype = integer);
