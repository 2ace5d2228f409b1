create function distance(time, time) returns double precision language sql immutable strict
  return extract(epoch from $1 - $2);
create type timerange as range (subtype = time);
comment on type timerange is 'within a day';
create domain worktime as timerange constraint not_all_day check (not upper_inf(value));
create type shift as (who text, span timerange);
create table slots (
  id integer primary key,
  slot timerange not null default timerange('08:00', '09:00') unique,
  breaks timerange[],
  open timemultirange,
  work worktime,
  shift shift,
  begins time generated always as (lower(slot)) stored,
  constraint slots_apart exclude using gist (slot with &&),
  constraint slot_is_short check (upper(slot) - lower(slot) < interval '3 hours')
);
create index slots_work on slots using gist (slot) where not isempty(slot);
create index slots_begin on slots (begins);
create view early as select id, slot from slots where slot << timerange('12:00', '13:00');
create function overlaps(timerange, timerange) returns boolean language sql immutable return $1 && $2;
comment on column slots.slot is 'when';
comment on index slots_work is 'for the plan';
