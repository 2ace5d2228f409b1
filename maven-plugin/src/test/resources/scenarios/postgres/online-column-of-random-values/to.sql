create table t (id integer primary key, a integer, b text, token uuid default gen_random_uuid() not null, seen timestamptz default clock_timestamp());
