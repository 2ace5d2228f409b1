create type mood as enum ('sad', 'ok', 'happy');
create type size as enum ('s', 'm', 'l');
create table t (id integer primary key, m mood, s size);
