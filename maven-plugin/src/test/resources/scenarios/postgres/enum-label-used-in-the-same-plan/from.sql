create type state as enum ('new', 'done');
create table jobs (id int, state state not null default 'new');
create view open_jobs as select id from jobs where state = 'new';
