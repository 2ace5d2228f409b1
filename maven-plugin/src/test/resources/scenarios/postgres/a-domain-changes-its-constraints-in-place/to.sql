create domain age as integer default 2 constraint positive check (value > 0) constraint old check (value < 150)
  constraint even_age check (value <> 13) not null;
create domain named as text constraint short check (length(value) < 10);
create domain weight as numeric(5,1) constraint any_weight check (value > 0);
create table people (id integer primary key, age age, name named, weights weight[], weight weight);
alter domain weight add constraint light check (value < 500) not valid;
comment on domain age is 'in whole years';
comment on constraint positive on domain age is 'born';
comment on constraint old on domain age is 'alive';
comment on constraint even_age on domain age is 'superstitious';
