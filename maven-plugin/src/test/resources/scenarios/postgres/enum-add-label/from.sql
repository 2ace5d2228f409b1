create type mood as enum ('sad', 'happy');
create table t (id int primary key, m mood default 'sad');
