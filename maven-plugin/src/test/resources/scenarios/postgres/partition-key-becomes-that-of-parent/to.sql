create table trips (id int not null, region text not null, constraint trips_pk primary key (region, id)) partition by list (region);
create table trips_north partition of trips for values in ('north');
