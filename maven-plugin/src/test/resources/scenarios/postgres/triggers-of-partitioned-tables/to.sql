create function stamp() returns trigger language plpgsql as $$ begin return new; end $$;
create table jobs (id int, k text) partition by list (k);
create table jobs_a partition of jobs for values in ('a');
create table jobs_b partition of jobs for values in ('b');
create trigger stamped before insert on jobs for each row execute function stamp();
create trigger only_a after update on jobs_a for each row execute function stamp();
