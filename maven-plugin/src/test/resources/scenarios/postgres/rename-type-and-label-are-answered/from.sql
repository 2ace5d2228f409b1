create type mood as enum ('sad', 'ok', 'happy');
create domain email as text check (value like '%@%');
create table t (id integer primary key, m mood not null default 'sad', e email, ms mood[]);
