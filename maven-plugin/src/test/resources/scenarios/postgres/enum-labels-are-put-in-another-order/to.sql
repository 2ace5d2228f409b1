create type level as enum ('none', 'low', 'high');
create table jobs (id integer primary key, level level unique, levels level[]);
