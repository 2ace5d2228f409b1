create type point3 as (x integer, y integer, label varchar(10));
create type stroke as (a point3, b point3);
create table shapes (id integer primary key, at point3, lines stroke[], far point3 default row(0, 0, 'z')::point3);
create function flat(point3) returns integer language sql immutable return (($1).x + ($1).y)::integer;
create view flat_shapes as select id, (at).x as x from shapes;
comment on type point3 is 'in space';
comment on column point3.x is 'to the right';
comment on column shapes.at is 'where';
