create type level as enum ('high', 'low', 'none');
create table jobs (id integer primary key, level level unique, levels level[]);
