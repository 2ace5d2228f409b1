create domain age as integer default 1 constraint positive check (value > 0) constraint old check (value < 200);
create domain named as text;
alter domain named add constraint short check (length(value) < 10) not valid;
create domain weight as numeric(5,1) constraint any_weight check (value > 0);
create table people (id integer primary key, age age, name named, weights weight[], weight weight);
comment on domain age is 'in years';
comment on constraint positive on domain age is 'born';
comment on constraint old on domain age is 'alive';
