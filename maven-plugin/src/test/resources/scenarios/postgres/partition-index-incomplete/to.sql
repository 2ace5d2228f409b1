create table jobs (id int, k text, due date) partition by list (k);
create table jobs_a partition of jobs for values in ('a');
create table jobs_b partition of jobs for values in ('b');
create index jobs_due on only jobs (due);
create index jobs_a_due on jobs_a (due);
alter index jobs_due attach partition jobs_a_due;
