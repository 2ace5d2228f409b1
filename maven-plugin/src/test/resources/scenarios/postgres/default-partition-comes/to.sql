create table readings (id int, kind text) partition by list (kind);
create table readings_a partition of readings for values in ('a');
create table readings_rest partition of readings default;
create index on readings (id);
