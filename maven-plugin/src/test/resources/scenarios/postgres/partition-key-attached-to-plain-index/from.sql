create table trips (id int, region text) partition by list (region);
create table trips_north partition of trips for values in ('north');
