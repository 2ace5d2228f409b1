create table trips (id int not null, region text not null) partition by list (region);
create table trips_north partition of trips for values in ('north');
