create type span as range (subtype = integer, multirange_type_name = spans);
create table jobs (id integer primary key, days span);
