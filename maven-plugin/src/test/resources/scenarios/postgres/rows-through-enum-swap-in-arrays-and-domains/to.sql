create type mood as enum ('happy', 'ok', 'sad');
create domain moods as mood[];
create table t (id integer primary key, m mood not null default 'happy', many mood[], d moods);
