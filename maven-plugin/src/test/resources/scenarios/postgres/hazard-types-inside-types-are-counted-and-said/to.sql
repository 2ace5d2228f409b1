create type mood as enum ('bad', 'good');
create type mark as (mood mood, place text);
create type marks as (first mark, others mark[]);
create domain calm as mood check (value <> 'bad' and value is not null);
create table seen (id integer primary key, mark mark, marks marks, moods mood[], calm calm);
create sequence numbers;
