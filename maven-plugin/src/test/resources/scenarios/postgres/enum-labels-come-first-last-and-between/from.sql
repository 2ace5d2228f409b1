create type level as enum ('low', 'high');
create table jobs (id integer primary key, level level);
create index jobs_level on jobs (level);
