create type feeling as enum ('sad', 'ok', 'happy');
create type size as enum ('s', 'medium', 'l');
create table t (id integer primary key, m feeling, s size);
