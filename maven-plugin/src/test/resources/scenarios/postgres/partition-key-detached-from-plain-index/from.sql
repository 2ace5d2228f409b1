create table trips (id int not null, region text not null) partition by list (region);
create table trips_north partition of trips for values in ('north');
create unique index trips_once on trips (region, id);
alter table trips_north add constraint trips_north_pk primary key using index trips_north_region_id_idx;
