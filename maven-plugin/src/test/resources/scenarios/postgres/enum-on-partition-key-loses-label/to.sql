create type colour as enum ('red', 'green');
create table things (id int, hue colour not null) partition by list (hue);
create table things_red partition of things for values in ('red');
