create collation folded (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
comment on collation folded is 'folds case';
create domain brief as text collate folded constraint short check (length(value) < 40);
create type person as (first text collate folded, last text);
create table people (
  id integer primary key,
  nick text collate folded default 'x' unique,
  given brief,
  whole person,
  constraint nick_is_lower check (nick >= 'a' collate folded)
);
create index people_nick on people (nick, id);
create index people_given on people (given);
create index people_other on people ((nick || 'x') collate folded);
create view nicks as select nick from people where nick < 'q';
comment on column people.nick is 'shown';
