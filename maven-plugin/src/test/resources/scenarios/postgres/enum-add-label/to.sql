create type mood as enum ('sad', 'ok', 'happy', 'great');
create table t (id int primary key, m mood default 'sad');
