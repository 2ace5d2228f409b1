create type state as enum ('new', 'held', 'done');
create table jobs (id int, state state not null default 'held');
create view open_jobs as select id from jobs where state in ('new', 'held');
