create table jobs (id int, k text, state text default 'open', rank int default 1) partition by list (k);
create table jobs_a partition of jobs for values in ('a');
alter table jobs_a alter column state set default 'a', alter column rank drop default;
