create type span as range (subtype = integer);
create table jobs (id integer primary key, days span);
comment on type span is 'days';
