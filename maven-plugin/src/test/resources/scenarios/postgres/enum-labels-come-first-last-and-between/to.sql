create type level as enum ('none', 'least', 'low', 'middle', 'more', 'high', 'highest', 'it''s over');
create table jobs (id integer primary key, level level);
create index jobs_level on jobs (level);
