create type mood as enum ('sad', 'ok', 'happy');
create domain moods as mood[];
create table t (id integer primary key, m mood not null default 'ok', many mood[], d moods);
