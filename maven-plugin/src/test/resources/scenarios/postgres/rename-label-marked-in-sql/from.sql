create type mood as enum ('sad', 'ok');
create table t (id integer primary key, m mood);
