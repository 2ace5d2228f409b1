create table readings (id int, kind text) partition by list (kind);
create table readings_a partition of readings for values in ('a');
