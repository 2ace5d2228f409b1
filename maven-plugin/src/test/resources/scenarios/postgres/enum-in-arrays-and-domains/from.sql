create type colour as enum ('red', 'green', 'blue');
create domain paint as colour check (value <> 'blue');
create table walls (id int, used colour[] default '{red}', coat paint);
create index walls_coat on walls (coat);
