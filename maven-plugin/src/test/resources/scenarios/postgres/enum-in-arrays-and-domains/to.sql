create type colour as enum ('red', 'blue', 'white');
create domain paint as colour check (value <> 'blue');
create table walls (id int, used colour[] default '{red}', coat paint);
create index walls_coat on walls (coat);
