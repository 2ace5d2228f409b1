create table jobs (id int, k text, state text default 'new') partition by list (k);
create table jobs_a partition of jobs for values in ('a');
