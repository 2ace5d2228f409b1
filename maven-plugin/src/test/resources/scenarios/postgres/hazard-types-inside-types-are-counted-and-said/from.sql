create type mood as enum ('bad', 'fair', 'good');
create type mark as (mood mood, note text, place text);
create type marks as (first mark, others mark[]);
create domain calm as mood check (value <> 'bad');
create table seen (id integer primary key, mark mark, marks marks, moods mood[], calm calm);
create sequence tickets;
create sequence numbers;
create domain short as varchar(10);
