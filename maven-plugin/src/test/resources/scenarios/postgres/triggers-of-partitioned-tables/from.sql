create function stamp() returns trigger language plpgsql as $$ begin return new; end $$;
create table jobs (id int, k text) partition by list (k);
create table jobs_a partition of jobs for values in ('a');
