create type span as range (subtype = numeric, multirange_type_name = many_spans);
create table jobs (id integer primary key, days span, more many_spans);
