create type feeling as enum ('unhappy', 'ok', 'happy');
create domain mail as text check (value like '%@%');
create table t (id integer primary key, m feeling not null default 'unhappy', e mail, ms feeling[]);
