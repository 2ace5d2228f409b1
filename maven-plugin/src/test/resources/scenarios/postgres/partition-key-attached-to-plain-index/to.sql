create table trips (id int, region text) partition by list (region);
create table trips_north partition of trips for values in ('north');
create unique index trips_once on only trips (region, id);
create unique index trips_north_pk on trips_north (region, id);
alter table trips_north add constraint trips_north_pk primary key using index trips_north_pk;
alter index trips_once attach partition trips_north_pk;
