create table t (id integer primary key, a integer, b text, c text default 'x' not null, d timestamptz default now());
