create function distance(time, time) returns double precision language sql immutable strict
  return extract(epoch from $1 - $2);
create type timerange as range (subtype = time, subtype_diff = distance);
create type words as range (subtype = text, collation = "C", subtype_opclass = text_pattern_ops,
  multirange_type_name = "many words");
create table slots (id integer primary key, slot timerange default '[08:00,09:00)', lists "many words",
  exclude using gist (slot with &&));
comment on type timerange is 'within a day';
create view early as select id from slots where slot << timerange('12:00', '13:00');
