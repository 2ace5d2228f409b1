create table jobs (id int, k text, due date) partition by list (k);
create table jobs_a partition of jobs for values in ('a');
create index jobs_due on jobs (due);
