create table t (id integer not null, a integer, key uuid default gen_random_uuid() not null, constraint t_pkey primary key (key));
